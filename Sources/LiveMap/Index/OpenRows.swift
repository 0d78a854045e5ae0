/// What somebody still has to act on, out of a run: a small part of it, side by side.
///
/// Queues are mostly of that. The same rows where they lie in the run would each be a miss of the processor's cache.
final class OpenRows: Sendable {
    /// The rows of the run, ascending.
    let rows: Column<UInt32>
    private let table: PinTable
    /// Their fields, by the place of each in `rows`.
    let columns: PinRows

    init(of run: PinTable) {
        rows = Column(
            (0..<run.count).compactMap { row in
                StateSlot.openBits >> UInt32(run.traits[row].state.index) & 1 != 0 ? UInt32(row) : nil
            }
        )
        table = PinTable(rows, of: run)
        columns = PinRows(table)
    }

    /// How many bytes they take.
    var byteCount: Int { rows.byteCount + table.byteCount }
}
