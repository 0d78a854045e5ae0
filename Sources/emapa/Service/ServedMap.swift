import Doors
import Formats
import Ledger
import LiveMap
import PostgreSQL
import Territory

/// The live map and what belongs to it: the tiles that are kept of it, who is told of its changes, who follows the
/// database for it, and the file that it is kept in.
struct ServedMap {
    let map: LiveMap
    let cache: TileCache
    let events: TileEvents
    /// Who of the staff is told of changes.
    let cases: CaseEvents
    let follower: MapFollower
    /// Nil where no file is wanted.
    let keeper: MapKeeper?

    init(_ database: Database, of city: CurrentCity, _ configuration: Configuration, observer: Observer) {
        let events = TileEvents(on: city.value.today)
        let cache = TileCache(bytes: configuration.tileCacheBytes)
        let map = LiveMap(on: MapDay(of: .now, in: city.value.timeZone)) { change, snapshot in
            cache.take(change, of: snapshot)
            events.note(change)
        }
        let keeper = configuration.mapFile.map {
            MapKeeper(
                MapFile(path: $0),
                observer: observer,
                save: { map.savedBytes() },
                load: { try map.restore($0) }
            )
        }
        let cases = CaseEvents()
        follower = MapFollower(
            MapFeed(database),
            map: map,
            city: city,
            observer: observer,
            keeper: keeper,
            applied: { cases.note($0) }
        )
        self.cases = cases
        self.map = map
        self.cache = cache
        self.events = events
        self.keeper = keeper
    }
}
