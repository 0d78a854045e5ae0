import Reports

/// A view, worked out for one snapshot's symbols so that a row is tested by a few comparisons.
struct RowTest: Sendable {
    private let evening: UInt32?
    /// Bit 0: open ones are wanted; bit 1: closed ones.
    private let eveningStates: UInt8
    private let states: UInt32
    private let closedSince: UInt32
    private let kinds: UInt8
    private let categories: [Bool]?
    private let units: [Bool]?
    private let districts: [Bool]?
    private let from: UInt32
    private let until: UInt64
    private let supporters: UInt32
    private let withheld: [Bool]
    private let unit: Int
    private let isForOthersToo: Bool
    private let isForAll: Bool

    init(_ view: MapView, withheld hidden: Set<String>, symbols: Symbols) {
        let filter = view.filter
        evening = filter.evening.map { Pin.seconds(of: $0.day.end) }
        eveningStates =
            switch filter.evening?.states {
            case nil, .usual: 3
            case .open: 1
            case .closed: 2
            }
        states =
            switch (filter.evening, filter.states) {
            case (.some, _), (nil, .usual), (nil, .every): .max
            case (nil, .some(let wanted)): wanted.reduce(0) { $0 | 1 << UInt32(StateSlot($1).index) }
            }
        closedSince =
            switch (filter.evening?.states, filter.states) {
            case (.usual, _): Pin.seconds(of: filter.evening?.day.closedSince ?? view.day.closedSince)
            case (nil, .usual): Pin.seconds(of: view.day.closedSince)
            default: 0
            }
        kinds = filter.kinds.map { PinTraits.mask(of: $0) } ?? .max
        categories = filter.categories.map { symbols.categories.marking($0) }
        units = filter.units.map { symbols.units.marking($0) }
        districts = filter.districts.map { symbols.districts.marking($0) }
        from = filter.from.map { Pin.seconds(of: $0) } ?? 0
        until = filter.until.map { UInt64(Pin.seconds(of: $0)) } ?? .max
        supporters = UInt32(clamping: filter.supporters)
        withheld = symbols.categories.marking(hidden)
        let own: String? =
            switch view.viewer {
            case .everyone, .centre: nil
            case .unit(let code), .unitAlone(let code): code
            }
        unit = own.flatMap { code in symbols.units.names.firstIndex(of: code) } ?? -1
        isForOthersToo =
            switch view.viewer {
            case .everyone, .centre, .unit: true
            case .unitAlone: false
            }
        isForAll = view.viewer == .centre
    }

    /// Whether a row is shown.
    @inline(__always)
    func admits(_ row: Int, of columns: PinRows) -> Bool {
        let traits = columns.traits(row)
        guard mayBeSeen(row, of: columns, traits), kinds >> UInt8(traits.kindIndex) & 1 != 0,
            states >> UInt32(traits.state.index) & 1 != 0
        else { return false }
        if let categories, !categories[Int(columns.category(row))] { return false }
        let created = columns.created(row)
        guard created >= from, UInt64(created) < until, columns.supporters(row) >= supporters else {
            return false
        }
        if let units, !units[Int(columns.unit(row))] { return false }
        if let districts, !districts[Int(columns.district(row))] { return false }
        guard let evening else { return columns.closed(row) >= closedSince }
        return created < evening && wasShown(row, of: columns, before: evening)
    }

    /// The state that a row is shown in.
    @inline(__always)
    func state(_ row: Int, of columns: PinRows) -> StateSlot {
        guard let evening else { return columns.traits(row).state }
        return RowTest.closing(of: row, in: columns, before: evening) == nil ? .open : .closed
    }

    @inline(__always)
    private func mayBeSeen(_ row: Int, of columns: PinRows, _ traits: PinTraits) -> Bool {
        if isForAll || Int(columns.unit(row)) == unit { return true }
        return isForOthersToo && traits.isPublic && !withheld[Int(columns.category(row))]
    }

    private func wasShown(_ row: Int, of columns: PinRows, before moment: UInt32) -> Bool {
        guard let closing = RowTest.closing(of: row, in: columns, before: moment) else {
            return eveningStates & 1 != 0
        }
        return eveningStates & 2 != 0 && closing >= closedSince
    }

    /// When a report that was closed just before a moment had been closed; nil if it was open.
    private static func closing(of row: Int, in columns: PinRows, before moment: UInt32) -> UInt32? {
        let closed = columns.closed(row)
        if closed < moment { return closed }
        guard columns.traits(row).wasClosedBefore else { return nil }
        let times = columns.spells(row)
        for place in stride(from: 0, to: times.count - 1, by: 2)
        where times[place] < moment && times[place + 1] >= moment {
            return times[place]
        }
        return nil
    }
}
