import Formats
import Geography
import LiveMap
import Testing

@testable import Doors

struct TileNewsTests {
    private static let today = CivilDate(daysSince1970: 20_000)
    private static let tomorrow = CivilDate(daysSince1970: 20_001)

    /// The place at these parts of a tile of zoom 14.
    private static func place(
        _ x: Int,
        _ y: Int,
        across: Double = 0.5,
        down: Double = 0.5
    ) throws -> MortonKey {
        let width = 131_072.0
        let column = UInt32((Double(x) + across) * width)
        let row = UInt32((Double(y) + down) * width)
        return try #require(MortonKey(x: column, y: row))
    }

    private static func tile(_ x: Int, _ y: Int) throws -> Tile {
        try #require(Tile(zoom: 14, x: x, y: y))
    }

    @Test func `nothing has happened, nothing is told`() {
        var news = TileNews(on: Self.today)
        #expect(news.take(on: Self.today).isEmpty)
        let isFirst = news.note(.places([]))
        #expect(!isFirst)
        #expect(news.take(on: Self.today).isEmpty)
    }

    @Test func `changes of one time are told once, sorted`() throws {
        var news = TileNews(on: Self.today)
        let places: [MortonKey] = [
            try Self.place(9_101, 5_500), try Self.place(9_100, 5_502), try Self.place(9_100, 5_501),
        ]
        let first = news.note(.places([places[0], places[1]]))
        let second = news.note(.places([places[0], places[2]]))
        #expect(first && !second)
        let tiles = try [Self.tile(9_100, 5_501), Self.tile(9_100, 5_502), Self.tile(9_101, 5_500)]
        #expect(news.take(on: Self.today) == [.tiles(tiles)])
        #expect(news.take(on: Self.today).isEmpty)
        let afterwards = news.note(.places([places[0]]))
        #expect(afterwards)
    }

    @Test(arguments: [
        (0.5, 0.5, [[0, 0]]),
        (0.0625, 0.9374, [[0, 0]]),
        (0.0624, 0.5, [[-1, 0], [0, 0]]),
        (0.9376, 0.5, [[0, 0], [1, 0]]),
        (0.5, 0.01, [[0, -1], [0, 0]]),
        (0.99, 0.99, [[0, 0], [0, 1], [1, 0], [1, 1]]),
    ])
    func `a place near an edge touches the neighbour too`(
        across: Double,
        down: Double,
        steps: [[Int]]
    ) throws {
        var news = TileNews(on: Self.today)
        _ = news.note(.places([try Self.place(9_100, 5_500, across: across, down: down)]))
        let tiles = try steps.map { try Self.tile(9_100 + $0[0], 5_500 + $0[1]) }
        #expect(news.take(on: Self.today) == [.tiles(tiles)])
    }

    @Test func `at the edge of the world there is no neighbour`() throws {
        var news = TileNews(on: Self.today)
        _ = news.note(.places([try Self.place(0, 16_383, across: 0, down: 0.999)]))
        #expect(news.take(on: Self.today) == [.tiles([try Self.tile(0, 16_383)])])
    }

    @Test func `too many tiles, or a change of everything, are a reset`() throws {
        var news = TileNews(on: Self.today)
        for x in 0..<TileNews.mostTiles { _ = news.note(.places([try Self.place(x, 100)])) }
        guard case .tiles(let tiles) = try #require(news.take(on: Self.today).first) else {
            Issue.record("as many as may be are named")
            return
        }
        #expect(tiles.count == TileNews.mostTiles)

        let many = try (0...TileNews.mostTiles).map { try Self.place($0, 100) }
        let again = news.note(.places(Set(many)))
        #expect(again)
        #expect(news.take(on: Self.today) == [.reset(Self.today)])

        _ = news.note(.places([many[0]]))
        let second = news.note(.everything)
        let third = news.note(.places([many[1]]))
        #expect(!second && !third)
        #expect(news.take(on: Self.today) == [.reset(Self.today)])
    }

    @Test func `a day that begins is told first, and once`() throws {
        var news = TileNews(on: Self.today)
        _ = news.note(.places([try Self.place(9_100, 5_500)]))
        #expect(news.take(on: Self.tomorrow) == [.day(Self.tomorrow), .tiles([try Self.tile(9_100, 5_500)])])
        #expect(news.day == Self.tomorrow)
        #expect(news.take(on: Self.tomorrow).isEmpty)
    }
}
