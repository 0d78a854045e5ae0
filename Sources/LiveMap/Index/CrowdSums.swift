/// What the crowded cells of every zoom hold, added up beforehand: a cluster need not look at its members.
///
/// A cell is crowded from 64 pins on; what has fewer is added up as quickly as it would be looked up. Cells of one zoom
/// follow one another as their pins do.
struct CrowdSums: Sendable {
    /// From so many pins on a cell's sums are kept.
    static let fewest = 64
    /// The zooms of cells, those of tiles whose clusters are not drawn as pins.
    static let zooms = TileGrid.cellZooms..<TileGrid.firstSingleZoom + TileGrid.cellZooms

    /// The crowded cells of one zoom.
    struct Level: Sendable {
        let cells: Column<Int64>
        /// The places of a cell's pins in the selection: from the first to before the second.
        let starts: Column<UInt32>
        let ends: Column<UInt32>
        let across: Column<UInt64>
        let down: Column<UInt64>
        /// For each cell the counts by state, then by category.
        let counts: Column<UInt32>
        /// How many counts a cell has.
        let stride: Int

        /// No cells at all.
        static let none = Level(
            cells: Column([]),
            starts: Column([]),
            ends: Column([]),
            across: Column([]),
            down: Column([]),
            counts: Column([]),
            stride: 0
        )

        var byteCount: Int {
            cells.byteCount + starts.byteCount + ends.byteCount + across.byteCount + down.byteCount
                + counts.byteCount
        }
    }

    let levels: [Level]

    /// The sums of some rows.
    init(of rows: Column<UInt32>, in table: PinTable, categories width: Int) {
        guard rows.count >= CrowdSums.fewest else {
            levels = []
            return
        }
        var summing = CrowdSumming(of: rows, in: table, categories: width)
        _ = summing.add(0..<rows.count, cell: 0, zoom: 0)
        levels = summing.levels()
    }

    /// The crowded cells of a zoom; none beyond those that are kept.
    func level(at cellZoom: Int) -> Level {
        let index = cellZoom - CrowdSums.zooms.lowerBound
        return levels.indices.contains(index) ? levels[index] : .none
    }

    /// How many bytes they take.
    var byteCount: Int { levels.reduce(0) { $0 + $1.byteCount } }
}
