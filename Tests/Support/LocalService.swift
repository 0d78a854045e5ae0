package import HTTP

/// A service of somebody else's, played by a server of our own at a free port of this machine.
package enum LocalService {
    /// Starts it, runs the test's body with its address, and stops it whatever happened.
    package static func run<Value>(
        routes: (inout RouteGroup) -> Void,
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        var router = Router()
        router.group { routes(&$0) }
        let server = Server(ServerConfiguration(), router: router)
        let port = try server.start()
        do {
            let value = try await body("http://127.0.0.1:\(port)")
            await server.stop(within: .zero)
            return value
        } catch {
            await server.stop(within: .zero)
            throw error
        }
    }
}

/// A place where a test's service keeps its clients waiting, until the task is given up.
package struct Patience: Sendable {
    /// Waits for longer than any test takes; cancelled with the connection.
    package static func beyond() async throws {
        try await Task.sleep(for: .seconds(60))
    }
}
