import Geography

/// A grid over the city that knows the answer wherever no border is near.
///
/// A cell that lies wholly inside one combination of areas holds its number. A cell that a border crosses is divided
/// into a block of 8 by 8; what of it the border touches, only GEOS can say.
struct PlacingGrid: Sendable {
    /// In a block: ask GEOS.
    static let unknown = UInt16.max
    /// Of a cell: ask GEOS.
    static let unknownCell = Int32.min

    /// Where the grid begins, and how its cells are cut.
    let frame: GridFrame
    /// A combination's number, or the complement of a block's.
    let cells: [Int32]
    /// 64 combinations for each block, row by row from the south-west.
    let blocks: [UInt16]

    /// The number of a place's combination; nil where GEOS has to say.
    func combination(at coordinate: Coordinate) -> Int32? {
        guard let x = frame.column(coordinate), let y = frame.row(coordinate) else { return 0 }
        let cell = cells[Int(y >> 3) * frame.columns + Int(x >> 3)]
        if cell >= 0 { return cell }
        if cell == PlacingGrid.unknownCell { return nil }
        let within = blocks[Int(~cell) << 6 | Int(y & 7) << 3 | Int(x & 7)]
        return within == PlacingGrid.unknown ? nil : Int32(within)
    }

    /// How much memory the cells take.
    var bytes: Int { cells.count * MemoryLayout<Int32>.stride + blocks.count * MemoryLayout<UInt16>.stride }
}
