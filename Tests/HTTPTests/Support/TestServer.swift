import TestSupport

@testable import HTTP

/// A server at a free port of this machine, for one test.
struct TestServer: Sendable {
    let server: Server
    let port: UInt16
    let log: EventLog

    /// Starts a server, runs the test's body, and stops the server whatever happened.
    static func run<Value>(
        configure: (inout ServerConfiguration) -> Void = { _ in },
        forms: [ErrorForm] = [],
        routes: (inout RouteGroup) -> Void,
        _ body: (TestServer) async throws -> Value
    ) async throws -> Value {
        let log = EventLog()
        var router = Router(observe: { log.record($0) })
        for form in forms { router.tell(form) }
        router.group { routes(&$0) }
        var configuration = ServerConfiguration()
        configuration.limits.inspection = .milliseconds(20)
        configure(&configuration)
        let server = Server(configuration, router: router, observe: { log.record($0) })
        let test = TestServer(server: server, port: try server.start(), log: log)
        do {
            let value = try await body(test)
            await server.stop(within: .seconds(5))
            return value
        } catch {
            await server.stop(within: .zero)
            throw error
        }
    }

    /// Talks to the server by a connection of its own.
    func talk<Value: Sendable>(_ work: @escaping @Sendable (RawClient) throws -> Value) async throws -> Value
    {
        try await onOwnThread { [port] in try work(try RawClient(port: port)) }
    }

    /// One request on a connection of its own.
    func exchange(_ request: String) async throws -> RawResponse {
        try await talk { try $0.exchange(request) }
    }
}
