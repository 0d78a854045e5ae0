import Duplicates
import Geography
import PostgreSQL

/// The cells of the grid that the surroundings of some new reports touch.
///
/// Whoever takes reports in holds their locks, whatever the category, until the reports are committed: so of two that
/// come at the same instant, on whatever instances, the second sees the first.
struct Neighbourhood {
    /// In ascending order, each once: two who lock never wait for each other in a circle.
    let cells: [Int64]

    /// The zoom of the grid, as the database's function `neighbourhood` knows it.
    private static let zoom = 16
    /// Sets these locks apart from others on the same database.
    private static let lockSpace: Int64 = 0x0E << 56

    init(of comparisons: [NewComparison]) {
        var cells: Set<Int64> = []
        for comparison in comparisons { cells.formUnion(Neighbourhood.cells(of: comparison)) }
        self.cells = cells.sorted()
    }

    /// The cells that the surroundings of one report touch.
    static func cells(of comparison: NewComparison) -> [Int64] {
        let report = comparison.report
        let reach = comparison.comparer.reach(of: report.category)
        let bounds = Bounds(around: report.coordinate, metres: reach)
        let (west, east) = (MortonKey(bounds.southWest).x, MortonKey(bounds.northEast).x)
        let (north, south) = (MortonKey(bounds.northEast).y, MortonKey(bounds.southWest).y)
        let shift = UInt32(MortonKey.bitsPerAxis - zoom)
        var cells: [Int64] = []
        for row in (north >> shift)...(south >> shift) {
            for column in (west >> shift)...(east >> shift) {
                cells.append(Int64(bitPattern: MortonKey.spread(column) | MortonKey.spread(row) << 1))
            }
        }
        return cells
    }

    /// Waits for whoever is at work in these cells, and keeps others out until the transaction ends.
    ///
    /// A statement of its own: what is read after it is what those have committed.
    func lock(in session: borrowing Session) throws {
        guard !cells.isEmpty else { return }
        let keys = cells.map { $0 | Neighbourhood.lockSpace }
        try session.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(\(keys)) AS key")
    }
}
