import Geography

/// How the cells of a tile are drawn.
enum CellPlan {
    /// One report is a pin, more are a cluster.
    case clustered(MapView.Clustering)
    /// Every report is a pin.
    case single
    /// Too many for that: the cells whose number within the tile is marked are drawn as pins.
    case limited(opened: [Bool], counts: [Int])

    /// What the tile needs that a walk has begun with; if the walk has moved, it has to begin anew.
    init(_ clustering: MapView.Clustering, at zoom: Int, _ walk: inout CellWalk) {
        guard TileGrid.showsSingles(at: zoom, clustering) else {
            self = .clustered(clustering)
            return
        }
        guard walk.remaining > TileGrid.mostFeatures else {
            self = .single
            return
        }
        var counts = [Int](repeating: 0, count: CellPlan.cells)
        while walk.next() {
            counts[CellPlan.place(of: walk.cell)] = walk.countMembers()
        }
        self = CellPlan.limited(by: counts)
    }

    /// Opens the sparsest cells first, as many as the limit allows.
    private static func limited(by counts: [Int]) -> CellPlan {
        guard counts.reduce(0, +) > TileGrid.mostFeatures else { return .single }
        var opened = [Bool](repeating: false, count: cells)
        var features = counts.count { $0 > 0 }
        let sparsest = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
        for cell in sparsest where counts[cell] > 0 {
            features += counts[cell] - 1
            if features > TileGrid.mostFeatures { break }
            opened[cell] = true
        }
        return .limited(opened: opened, counts: counts)
    }

    /// How many cells a tile has.
    static let cells = 1 << (2 * TileGrid.cellZooms)

    /// The number of a cell within its tile, along the curve.
    static func place(of cell: Int64) -> Int { Int(cell & Int64(cells - 1)) }

    /// Whether a cell is drawn as pins, however many it has.
    func hasOpened(_ cell: Int64) -> Bool {
        switch self {
        case .clustered: false
        case .single: true
        case .limited(let opened, _): opened[CellPlan.place(of: cell)]
        }
    }

    /// The first zoom at which a cell's reports are drawn apart; nil if there is none.
    ///
    /// - Parameters:
    ///   - cell: the cell.
    ///   - divided: the first zoom at which they lie in different cells.
    ///   - zoom: the present one.
    /// - Returns: the zoom.
    func opening(of cell: Int64, divided: Int, at zoom: Int) -> Int? {
        let opening =
            switch self {
            case .clustered(let clustering): min(divided, TileGrid.firstSingleZoom(clustering))
            case .single: divided
            case .limited(_, let counts): min(divided, CellPlan.unlimitedZoom(of: cell, counts, after: zoom))
            }
        return opening <= Tile.zooms.upperBound ? opening : nil
    }

    /// The first zoom at which the tile around a cell is within the limit, as far as the cells' counts tell.
    private static func unlimitedZoom(of cell: Int64, _ counts: [Int], after zoom: Int) -> Int {
        let place = place(of: cell)
        for deeper in 1...TileGrid.cellZooms {
            // The cells of a deeper tile follow one another along the curve.
            let bits = 2 * (TileGrid.cellZooms - deeper)
            let first = (place >> bits) << bits
            if counts[first..<first + (1 << bits)].reduce(0, +) <= TileGrid.mostFeatures {
                return zoom + deeper
            }
        }
        return .max
    }
}
