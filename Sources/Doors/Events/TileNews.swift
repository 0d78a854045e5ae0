import Formats
import Geography
import LiveMap

/// What is to be told of a changing map: the tiles touched since it was told last, and a day that has begun.
///
/// It has no clock: changes go in as they come, and somebody takes out the news now and then.
struct TileNews {
    /// One thing to tell.
    enum Item: Equatable {
        /// A day of the city has begun: what is shown by default is different.
        case day(CivilDate)
        /// These tiles of zoom 14 may look different; in the order of columns and rows.
        case tiles([Tile])
        /// Every tile may look different; it is this day.
        case reset(CivilDate)
    }

    private enum Waiting {
        case nothing
        case tiles(Set<Tile>)
        case everything
    }

    /// More tiles than these are told as a reset: a page has fewer in sight.
    static let mostTiles = 512

    /// The day of which clients were told.
    private(set) var day: CivilDate
    private var waiting = Waiting.nothing

    /// Begins on a day, with nothing to tell.
    init(on day: CivilDate) {
        self.day = day
    }

    /// Takes a change; true if nothing waited to be told before it.
    mutating func note(_ change: MapChange) -> Bool {
        switch (waiting, change) {
        case (.everything, _):
            return false
        case (.nothing, .everything):
            waiting = .everything
            return true
        case (.tiles, .everything):
            waiting = .everything
            return false
        case (.nothing, .places(let places)):
            waiting = TileNews.adding(places, to: [])
            return !places.isEmpty
        case (.tiles(let tiles), .places(let places)):
            waiting = TileNews.adding(places, to: tiles)
            return false
        }
    }

    /// Forgets what waits to be told.
    mutating func forget() {
        waiting = .nothing
    }

    /// Takes out what is to be told on a day.
    mutating func take(on today: CivilDate) -> [Item] {
        var items: [Item] = []
        if today != day {
            day = today
            items.append(.day(today))
        }
        switch waiting {
        case .nothing: break
        case .tiles(let tiles): items.append(.tiles(tiles.sorted { ($0.x, $0.y) < ($1.x, $1.y) }))
        case .everything: items.append(.reset(today))
        }
        waiting = .nothing
        return items
    }

    private static func adding(_ places: Set<MortonKey>, to tiles: Set<Tile>) -> Waiting {
        var tiles = tiles
        for place in places {
            tiles.formUnion(Tile.touched(by: place))
            if tiles.count > mostTiles { return .everything }
        }
        return tiles.isEmpty ? .nothing : .tiles(tiles)
    }
}
