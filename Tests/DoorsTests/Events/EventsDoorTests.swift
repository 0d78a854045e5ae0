import Formats
import HTTP
import Testing

@testable import Doors

struct EventsDoorTests {
    private func ask(_ method: HTTP.Method, _ target: String) async throws -> Response {
        var router = Router()
        EventsDoor(TileEvents(on: CivilDate(daysSince1970: 20_000))).open(on: &router)
        return await router.respond(to: try Request(method, target))
    }

    @Test func `the stream is for every page, and for nobody's cache`() async throws {
        let response = try await ask(.get, "/events")
        #expect(response.status.code == 200)
        #expect(response.headers[.contentType] == "text/event-stream")
        #expect(response.headers[.cacheControl] == "no-store")
        #expect(response.headers[.allowOrigin] == "*")
        #expect(response.headers[.proxyBuffering] == "no")
    }

    @Test(arguments: [("/events?tile=1", 400), ("/events?after=a-1&after=a-2", 400), ("/events/1", 404)])
    func `what the door does not know is refused`(target: String, status: Int) async throws {
        #expect(Int(try await ask(.get, target).status.code) == status)
    }

    @Test func `nobody writes events`() async throws {
        #expect(try await ask(.post, "/events").status.code == 405)
    }
}
