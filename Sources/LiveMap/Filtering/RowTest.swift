import Reports

/// A view, worked out for one snapshot's symbols so that a row is tested by a few comparisons.
///
/// First, in `sift`, by what every view asks of a row, without a branch that depends on it; then, in `admits`, by what
/// few views ask.
@safe final class RowTest: Sendable {
    private let evening: UInt32?
    /// Bit 0: open ones are wanted; bit 1: closed ones.
    private let eveningStates: UInt8
    private let closedSince: UInt32
    /// 1 for each category that may pass, by symbol.
    let categories: Column<UInt8>
    /// 1 for all `PinTraits.tested` bits that may pass.
    let traits: Column<UInt8>
    let from: UInt32
    /// How many seconds after `from` are still wanted.
    let span: UInt32
    private let units: [Bool]?
    private let districts: [Bool]?
    private let supporters: UInt32
    private let withheld: [Bool]
    private let queue: QueueTest?
    private let unit: Int
    private let isForOthersToo: Bool
    /// Whether all that is not sifted out may be seen.
    private let seesAll: Bool

    init(_ view: MapView, withheld hidden: Set<String>, symbols: Symbols) {
        let filter = view.filter
        evening = filter.evening.map { Pin.seconds(of: $0.day.end) }
        eveningStates =
            switch filter.evening?.states {
            case nil, .usual: 3
            case .open: 1
            case .closed: 2
            }
        closedSince =
            switch (filter.evening?.states, filter.states) {
            case (.usual, _): Pin.seconds(of: filter.evening?.day.closedSince ?? view.day.closedSince)
            case (nil, .usual): Pin.seconds(of: view.day.closedSince)
            default: 0
            }
        units = filter.units.map { symbols.units.marking($0) }
        districts = filter.districts.map { symbols.districts.marking($0) }
        from = filter.from.map { Pin.seconds(of: $0) } ?? 0
        let until = filter.until.map { Pin.seconds(of: $0) }
        let isReversed = until.map { [from] in $0 <= from } ?? false
        span = isReversed ? 0 : until.map { [from] in $0 - 1 - from } ?? .max - from
        supporters = UInt32(clamping: filter.supporters)
        withheld = symbols.categories.marking(hidden)
        queue = QueueTest(filter.queue, symbols: symbols)
        // For everybody alike, what may not be seen need not be told apart from what is not wanted.
        let isForEverybody = view.viewer == .everyone
        let wanted = filter.categories.map { symbols.categories.marking($0) }
        categories = Column(count: symbols.categories.names.count) { [withheld] symbol in
            !isReversed && wanted?[symbol] != false && !(isForEverybody && withheld[symbol]) ? 1 : 0
        }
        traits = RowTest.traits(filter, isForEverybody: isForEverybody)
        switch view.viewer {
        case .everyone, .centre:
            unit = -1
            isForOthersToo = true
        case .unit(let code):
            unit = symbols.units.number(of: code).map { Int($0) } ?? -1
            isForOthersToo = true
        case .unitAlone(let code):
            unit = symbols.units.number(of: code).map { Int($0) } ?? -1
            isForOthersToo = false
        }
        seesAll = view.viewer == .centre || isForEverybody
    }

    private static func traits(_ filter: MapFilter, isForEverybody: Bool) -> Column<UInt8> {
        if filter.kinds == nil, filter.evening != nil || filter.states == .every || filter.states == .usual {
            return isForEverybody ? everyPublicTrait : everyTrait
        }
        return traitsTable(filter, isForEverybody: isForEverybody)
    }

    /// What most views ask for is worked out once.
    private static let everyPublicTrait = traitsTable(.everything, isForEverybody: true)
    private static let everyTrait = traitsTable(.everything, isForEverybody: false)

    private static func traitsTable(_ filter: MapFilter, isForEverybody: Bool) -> Column<UInt8> {
        let states = RowTest.states(filter)
        let kinds = filter.kinds.map { PinTraits.mask(of: $0) } ?? .max
        // What has the bit of members passes nowhere, whoever looks.
        var passing = [UInt8](repeating: 0, count: PinTraits.tested + 1)
        for kind in 0..<PinTraits.kindCount where kinds >> UInt8(kind) & 1 != 0 {
            for state in 0..<StateSlot.statusCount where states >> UInt32(state) & 1 != 0 {
                passing[PinTraits.testedBits(state: state, kind: kind, isPublic: true)] = 1
                passing[PinTraits.testedBits(state: state, kind: kind, isPublic: false)] =
                    isForEverybody ? 0 : 1
            }
        }
        return Column(passing)
    }

    /// One bit for each state that is wanted today.
    private static func states(_ filter: MapFilter) -> UInt32 {
        guard filter.evening == nil, case .some(let wanted) = filter.states else { return .max }
        return wanted.reduce(0) { $0 | 1 << UInt32(StateSlot($1).index) }
    }

    /// Calls `body` with each row that is shown, of some places.
    ///
    /// - Parameters:
    ///   - places: where to look.
    ///   - rows: the row of each place; nil where it is the same.
    ///   - columns: the table's columns.
    ///   - body: takes a row.
    @unsafe @inline(__always)
    func forEachShown(
        _ places: Range<Int>,
        _ rows: UnsafePointer<UInt32>?,
        of columns: PinRows,
        _ body: (Int) -> Void
    ) {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RowTest.sieve) { sieve in
            guard let room = sieve.baseAddress else { return }
            var start = places.lowerBound
            while start < places.upperBound {
                let end = min(start + RowTest.sieve, places.upperBound)
                let count = unsafe sift(start..<end, rows, of: columns, into: room)
                for place in 0..<count {
                    let row = Int(unsafe room[place])
                    if admits(row, of: columns) { body(row) }
                }
                start = end
            }
        }
    }

    /// Whether a row is shown.
    @inline(__always)
    func shows(_ row: Int, of columns: PinRows) -> Bool {
        unsafe categories.start[Int(columns.category(row))]
            & traits.start[Int(columns.traits(row).bits) & PinTraits.tested] != 0
            && columns.created(row) &- from <= span && admits(row, of: columns)
    }

    /// How many rows are sifted at once: as many as fit into the 1,024 bytes that are lent from the stack.
    private static let sieve = 256

    /// Writes the rows of some places that may be shown, and returns how many there are; `admits` has the last word.
    @unsafe @inline(__always)
    private func sift(
        _ places: Range<Int>,
        _ rows: UnsafePointer<UInt32>?,
        of columns: PinRows,
        into sieve: UnsafeMutablePointer<UInt32>
    ) -> Int {
        let (categories, traits) = unsafe (categories.start, traits.start)
        let (from, span) = (from, span)
        var count = 0
        for place in places {
            let row = if let rows = unsafe rows { Int(unsafe rows[place]) } else { place }
            unsafe sieve[count] = UInt32(truncatingIfNeeded: row)
            let passes =
                unsafe categories[Int(columns.category(row))]
                & traits[Int(columns.traits(row).bits) & PinTraits.tested]
                & (columns.created(row) &- from <= span ? 1 : 0)
            count &+= Int(passes)
        }
        return count
    }

    /// Whether a row is shown that was not sifted out.
    @inline(__always)
    private func admits(_ row: Int, of columns: PinRows) -> Bool {
        guard seesAll || mayBeSeen(row, of: columns) else { return false }
        if supporters > 0, columns.supporters(row) < supporters { return false }
        if let units, !units[Int(columns.unit(row))] { return false }
        if let districts, !districts[Int(columns.district(row))] { return false }
        if let queue, !queue.admits(row, of: columns) { return false }
        guard let evening else { return columns.closed(row) >= closedSince }
        return columns.created(row) < evening && wasShown(row, of: columns, before: evening)
    }

    /// The state that a row is shown in.
    @inline(__always)
    func state(_ row: Int, of columns: PinRows) -> StateSlot {
        guard let evening else { return columns.traits(row).state }
        return RowTest.closing(of: row, in: columns, before: evening) == nil ? .open : .closed
    }

    /// Nothing is shown that was closed before this moment.
    var earliestClosing: UInt32 { min(closedSince, evening ?? .max) }

    /// When a row had been closed, as of the evening that the view is of; nil if it was open then.
    func closing(of row: Int, in columns: PinRows) -> UInt32? {
        RowTest.closing(of: row, in: columns, before: evening ?? .max)
    }

    @inline(__always)
    private func mayBeSeen(_ row: Int, of columns: PinRows) -> Bool {
        if Int(columns.unit(row)) == unit || columns.isAsked(row, unit) { return true }
        return isForOthersToo && columns.traits(row).isPublic && !withheld[Int(columns.category(row))]
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
