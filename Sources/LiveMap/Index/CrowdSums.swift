import Geography

/// What the cells of every zoom hold, worked out beforehand: a cluster need not look at its members.
///
/// Cells of one zoom follow one another as their pins do.
struct CrowdSums: Sendable {
    /// From so many pins on it is known what mark a cell is drawn as; of fewer it is found out as quickly.
    static let fewest = 2
    /// From so many pins on a cell's counts are kept as well, to be added to those of other runs.
    static let fewestCounted = 128
    /// The zooms of cells, those of tiles whose clusters are not drawn as pins.
    static let zooms = TileGrid.cellZooms..<TileGrid.firstSingleZoom + TileGrid.cellZooms

    /// What a cell is drawn as, as far as this run alone is concerned.
    struct Mark: BitwiseCopyable, Sendable {
        /// The centre's column and row on the map.
        let x: UInt32
        let y: UInt32
        /// Where its states begin among those of its zoom; they end where those of the next cell begin.
        let states: UInt32
        /// How many somebody still has to act on.
        let open: UInt32
        let category: UInt16
        /// The zoom of tiles at which its pins lie in different cells.
        let divided: UInt8

        /// Stands behind the last one, so that the states of that one end, too.
        static func end(of states: Int) -> Mark {
            Mark(x: 0, y: 0, states: UInt32(states), open: 0, category: 0, divided: 0)
        }
    }

    /// The crowded cells of one zoom.
    struct Level: Sendable {
        let cells: Column<Int64>
        /// The places of a cell's pins in the selection: from the first to before the second.
        let starts: Column<UInt32>
        let ends: Column<UInt32>
        /// One more than there are cells.
        let marks: Column<Mark>
        let states: Column<StateCount>
        /// The place of each cell among those whose counts are kept; `uncounted` of the others.
        let counted: Column<UInt32>
        /// Of each counted cell.
        let across: Column<UInt64>
        let down: Column<UInt64>
        /// For each counted cell the counts by state, then by category.
        let counts: Column<UInt32>
        /// How many counts a cell has.
        let stride: Int

        static let uncounted = UInt32.max

        /// No cells at all.
        static let none = GrowingLevel().level(stride: 0)

        var byteCount: Int {
            cells.byteCount + starts.byteCount + ends.byteCount + marks.byteCount + states.byteCount
                + counted.byteCount + across.byteCount + down.byteCount + counts.byteCount
        }
    }

    private let levels: [Level]
    /// A walk along each of them.
    private let walks: [CrowdWalk]

    /// The sums of some rows; none of so few that they are counted as quickly, as after every change of the map.
    init(of rows: Column<UInt32>, in table: PinTable, symbols: SymbolTable) {
        guard rows.count >= CrowdSums.fewestCounted else {
            levels = []
            walks = []
            return
        }
        var summing = CrowdSumming(of: rows, in: table, symbols: symbols)
        _ = summing.add(0..<rows.count, cell: 0, zoom: 0)
        levels = summing.levels()
        walks = levels.map { CrowdWalk($0) }
    }

    /// A walk along the crowded cells of a zoom; along none beyond those that are kept.
    func walk(at cellZoom: Int) -> CrowdWalk {
        let index = cellZoom - CrowdSums.zooms.lowerBound
        return walks.indices.contains(index) ? walks[index] : .none
    }

    /// How many bytes they take.
    var byteCount: Int { levels.reduce(0) { $0 + $1.byteCount } }
}
