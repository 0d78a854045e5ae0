import Formats
import Geography
import HTTP

extension ServerSentEvent {
    /// An item of news as clients get it.
    init(_ item: TileNews.Item) {
        switch item {
        case .day(let day): self.init(day: day, name: "day")
        case .tiles(let tiles): self.init(data: ServerSentEvent.json(of: tiles), name: "tiles")
        case .reset(let day): self.init(day: day, name: "reset")
        }
    }

    /// What a client hears first: the day by which the default view is made.
    static func greeting(on day: CivilDate) -> ServerSentEvent {
        ServerSentEvent(day: day, name: "hello")
    }

    private init(day: CivilDate, name: String) {
        var json = JSONWriter()
        json.beginObject()
        json.key("day")
        json.string("\(day)")
        json.endObject()
        self.init(data: String(decoding: json.bytes, as: UTF8.self), name: name)
    }

    private static func json(of tiles: [Tile]) -> String {
        var json = JSONWriter(reserving: 32 + 14 * tiles.count)
        json.beginObject()
        json.key("zoom")
        json.integer(Tile.zoomOfChanges)
        json.key("tiles")
        json.beginArray()
        for tile in tiles {
            json.beginArray()
            json.integer(tile.x)
            json.integer(tile.y)
            json.endArray()
        }
        json.endArray()
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
