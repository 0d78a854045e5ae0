import Reports

/// The conditions of queues, worked out for one snapshot's symbols.
struct QueueTest: Sendable {
    /// Few, so that looking through them takes less than to ask a set.
    private let holders: [UInt32]?
    private let isDueAsked: Bool
    private let dueFrom: UInt32
    private let dueUntil: UInt32
    private let channels: UInt8
    private let marks: UInt8
    private let asked: Int?
    private let isAskedWanted: Bool

    /// Nil where nothing is asked for.
    init?(_ filter: QueueFilter, symbols: Symbols) {
        guard filter != .none else { return nil }
        holders = filter.holders.map { holders in
            holders.map { holder in
                switch holder {
                case .nobody: QueuePin.nobody
                case .account(let number): UInt32(clamping: number)
                }
            }
        }
        dueFrom = filter.dueFrom.map { Pin.seconds(of: $0) } ?? 0
        // What is not due at all is due neither late nor soon.
        isDueAsked = filter.dueFrom != nil || filter.dueUntil != nil
        dueUntil = filter.dueUntil.map { Pin.seconds(of: $0) } ?? QueuePin.notDue
        channels = filter.channels.map { DeskTraits.mask(of: $0) } ?? .max
        marks = (filter.isUrgent ? 1 << 3 : 0) | (filter.needsReview ? 1 << 4 : 0)
        isAskedWanted = filter.asked != nil
        asked = filter.asked.flatMap { symbols.units.number(of: $0) }.map { Int($0) }
    }

    /// Whether a row meets all conditions.
    @inline(__always)
    func admits(_ row: Int, of columns: PinRows) -> Bool {
        let desk = columns.desk(row).bits
        guard desk & marks == marks, channels >> (desk & 7) & 1 != 0 else { return false }
        if isDueAsked {
            let due = columns.due(row)
            guard due >= dueFrom, due < dueUntil else { return false }
        }
        if let holders, !holders.contains(columns.assignee(row)) { return false }
        guard isAskedWanted else { return true }
        return asked.map { columns.isAsked(row, $0) } ?? false
    }
}
