import Formats
package import Geography
import Reports

/// What one tile shows: single pins where they are few, clusters where they are many.
package struct TileContent: Sendable {
    /// Many reports that lie close together, shown as one mark at their centre.
    struct Cluster: Sendable {
        let count: Int
        let open: Int
        let centre: Coordinate
    }

    /// Up to so many reports are all shown as single pins.
    static let mostSinglePins = 30
    /// A crowded tile is divided into 2^4 cells a side; a cell with several reports is a cluster.
    static let cellZooms = 4

    private(set) var pins: [Pin] = []
    private(set) var clusters: [Cluster] = []
    let symbols: Symbols

    /// How many reports the tile stands for, clusters counted by their members.
    package var count: Int { clusters.reduce(pins.count) { $0 + $1.count } }
}

extension TileContent {
    private struct Cell {
        var count = 0
        var open = 0
        var longitudes: Int64 = 0
        var latitudes: Int64 = 0
        var first: Pin?

        mutating func add(_ pin: Pin) {
            count += 1
            open += pin.status.isOpen ? 1 : 0
            longitudes += Int64(pin.coordinate.longitudeMicros)
            latitudes += Int64(pin.coordinate.latitudeMicros)
            if first == nil { first = pin }
        }

        var centre: Coordinate? {
            let members = Int64(max(1, count))
            return Coordinate(
                longitude: Double(longitudes / members) / 1e6,
                latitude: Double(latitudes / members) / 1e6
            )
        }
    }

    /// Walks the snapshot once, in the index's order; cells follow one another in that order too.
    init(_ tile: Tile, of snapshot: Snapshot, view: MapView) {
        symbols = snapshot.symbols
        let closedAfter = view.closedAfter
        let cellBits = Int64(2 * (MortonKey.bitsPerAxis - tile.zoom - TileContent.cellZooms))
        var single: [Pin] = []
        var cells: [Cell] = []
        var cell: Int64?
        snapshot.forEachPin(in: tile) { pin in
            guard pin.closed > closedAfter else { return }
            if single.count <= TileContent.mostSinglePins { single.append(pin) }
            let home = pin.key.rawValue >> cellBits
            if home != cell {
                cells.append(Cell())
                cell = home
            }
            cells[cells.count - 1].add(pin)
        }
        guard single.count > TileContent.mostSinglePins else {
            pins = single
            return
        }
        for cell in cells {
            if cell.count == 1, let pin = cell.first {
                pins.append(pin)
            } else if let centre = cell.centre {
                clusters.append(Cluster(count: cell.count, open: cell.open, centre: centre))
            }
        }
    }
}

extension Snapshot {
    /// What a tile shows of this snapshot under a view.
    package func content(of tile: Tile, view: MapView) -> TileContent {
        TileContent(tile, of: self, view: view)
    }
}
