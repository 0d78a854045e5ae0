import HTTP
import Testing

@testable import Doors

struct OperationsDoorTests {
    private func ask(_ target: String, trouble: String?) async throws -> (Int, String) {
        var router = Router()
        OperationsDoor(checks: [.init("database") { trouble }], metrics: { "emapa_up 1\n" }).open(on: &router)
        let response = await router.respond(to: try Request(.get, target))
        return (
            Int(response.status.code),
            String(decoding: try await response.body.collect(limit: 10_000), as: UTF8.self)
        )
    }

    @Test func `an instance is ready when every check is`() async throws {
        let (status, body) = try await ask("/readyz", trouble: nil)
        #expect(status == 200)
        #expect(body == #"{"checks":{"database":"ok"},"ready":true}"#)
    }

    @Test func `an instance that cannot reach its database is not ready, and says why, but lives`()
        async throws
    {
        let (status, body) = try await ask("/readyz", trouble: "the database cannot be reached")
        #expect(status == 503)
        #expect(body.contains("the database cannot be reached"))
        #expect(try await ask("/healthz", trouble: "x").0 == 200)
    }

    @Test func `metrics are plain text`() async throws {
        #expect(try await ask("/metrics", trouble: nil) == (200, "emapa_up 1\n"))
    }
}
