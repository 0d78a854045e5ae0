import Formats
import Geography
import Glibc
import HTTP
import LiveMap
import Synchronization
import TestSupport
import Testing

@testable import Doors

/// Pages that follow the map through real sockets.
@Suite(.timeLimit(.minutes(2))) struct FollowingTests {
    private static let day = CivilDate(daysSince1970: 20_000)
    private static let lastDay = CivilDate(daysSince1970: 20_001)

    private func serving<Value>(
        _ events: TileEvents,
        _ body: (UInt16) async throws -> Value
    ) async throws -> Value {
        var router = Router()
        EventsDoor(events).open(on: &router)
        let server = Server(ServerConfiguration(), router: router)
        let port = try server.start()
        let result: Result<Value, any Error>
        do { result = .success(try await body(port)) } catch { result = .failure(error) }
        await server.stop(within: .seconds(5))
        return try result.get()
    }

    /// The tiles that were really touched, as another source would tell them.
    private final class Truth: Sendable {
        let tiles = Mutex<Set<[Int]>>([])
    }

    /// Changes places one after the other, and says at the end that a day begins.
    private static func change(_ events: TileEvents, _ truth: Truth, times: Int) throws {
        var generator = SeededGenerator(11)
        for round in 0..<times {
            let x = UInt32.random(in: 1_192_000_000..<1_194_500_000, using: &generator)
            let y = UInt32.random(in: 725_000_000..<727_500_000, using: &generator)
            let place = try #require(MortonKey(x: x, y: y))
            truth.tiles.withLock { $0.formUnion(Tile.touched(by: place).map { [$0.x, $0.y] }) }
            events.note(.places([place]))
            if round.isMultiple(of: 3) { events.tell(on: day) }
            usleep(300)
        }
        events.tell(on: lastDay)
    }

    @Test(arguments: [1_024, 3])
    func `a page that comes and goes knows every tile that changed, or was told to ask for all`(
        journal: Int
    ) async throws {
        var limits = EventSource.Limits()
        limits.journalEvents = journal
        let events = TileEvents(on: Self.day, limits: limits)
        let truth = Truth()
        let (known, resets) = try await serving(events) { port in
            async let changing: Void = onOwnThread { try Self.change(events, truth, times: 3_000) }
            let heard = try await onOwnThread {
                var generator = SeededGenerator(5)
                var page = EventClient(port: port)
                var (known, resets): (Set<[Int]>, Int) = ([], 0)
                while true {
                    try page.connect()
                    for _ in 0..<Int.random(in: 1...9, using: &generator) {
                        let event = try page.next()
                        switch event.name {
                        case "tiles":
                            #expect(event.data["zoom"]?.numberValue?.integer == 14)
                            known.formUnion(Self.tiles(event.data))
                        case "hello", "reset":
                            // The page asks for everything it shows.
                            known.formUnion(truth.tiles.withLock(\.self))
                            resets += event.name == "reset" ? 1 : 0
                            if event.data["day"]?.stringValue == "\(Self.lastDay)" { return (known, resets) }
                        default:
                            #expect(event.name == "day")
                            #expect(event.data["day"]?.stringValue == "\(Self.lastDay)")
                            return (known, resets)
                        }
                    }
                    page.leave()
                    usleep(UInt32.random(in: 0...8_000, using: &generator))
                }
            }
            try await changing
            return heard
        }
        let all = truth.tiles.withLock(\.self)
        #expect(known == all)
        #expect((resets > 0) == (journal == 3))
    }

    private static func tiles(_ data: JSONObject) -> [[Int]] {
        (data["tiles"]?.arrayValue ?? []).map { pair in
            (pair.arrayValue ?? []).compactMap { $0.numberValue?.integer.map { Int($0) } }
        }
    }

    /// The page below was made after the first change, and comes back once after the third.
    @Test func `a page hears what changed since it was made, and after a break the rest`()
        async throws
    {
        let events = TileEvents(on: Self.day)
        let places = [1_192_000_000, 1_193_000_000, 1_194_000_000, 1_195_000_000].map { x in
            MortonKey(x: x, y: 726_000_000)
        }
        @Sendable func change(_ index: Int) throws {
            events.note(.places([try #require(places[index])]))
            events.tell(on: Self.day)
        }
        try change(0)
        let made = events.position
        try change(1)
        try await serving(events) { port in
            try await onOwnThread {
                var page = EventClient(port: port, after: made)
                try page.connect()
                try change(2)
                for index in [1, 2] {
                    let tiles = Tile.touched(by: try #require(places[index])).map { [$0.x, $0.y] }
                    #expect(Self.tiles(try page.next().data) == tiles)
                }
                page.leave()
                try change(3)
                try page.connect()
                let tiles = Tile.touched(by: try #require(places[3])).map { [$0.x, $0.y] }
                #expect(Self.tiles(try page.next().data) == tiles)
            }
        }
    }

    @Test func `a page that comes back to another instance is told to ask for all`() async throws {
        let (first, second) = (TileEvents(on: Self.day), TileEvents(on: Self.lastDay))
        let id = try await serving(first) { port in
            try await onOwnThread {
                var page = EventClient(port: port)
                try page.connect()
                let hello = try page.next()
                #expect(hello.name == "hello")
                #expect(hello.data["day"]?.stringValue == "\(Self.day)")
                return page.lastID
            }
        }
        let name = try await serving(second) { port in
            try await onOwnThread {
                var page = EventClient(port: port, lastID: id)
                try page.connect()
                return try page.next().name
            }
        }
        #expect(name == "reset")
    }

    @Test func `a page that reads nothing is let go, however much happens`() async throws {
        var limits = EventSource.Limits()
        limits.backlogBytes = 20_000
        let events = TileEvents(on: Self.day, limits: limits)
        try await serving(events) { port in
            try await onOwnThread {
                var page = EventClient(port: port)
                try page.connect(receiveBuffer: 4_096)
                #expect(events.clientCount == 1)
                var told = 0
                while events.clientCount > 0, told < 1_000_000 {
                    events.note(.everything)
                    events.tell(on: Self.day)
                    told += 1
                }
                #expect(events.clientCount == 0)
            }
        }
    }
}
