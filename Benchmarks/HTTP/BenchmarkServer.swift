import HTTP

/// A server with the answers that are measured: the same bytes that nginx is given.
///
/// Usage: http-benchmark PORT EVENT-LOOPS
@main struct BenchmarkServer {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        var configuration = ServerConfiguration(port: arguments.first.flatMap { UInt16($0) } ?? 8390)
        configuration.eventLoops = arguments.dropFirst().first.flatMap { Int($0) } ?? 1
        let small = Array("{\"status\":\"ok\"}".utf8)
        let large = PreparedBody([UInt8](repeating: 120, count: 20_480), compressing: .never)
        var router = Router()
        router.group(cors: .publicReads) { group in
            group.get("/small", inline: { _ in Response(.json, small) })
            group.get("/large", inline: { _ in Response(.bytes, large) })
            group.get(
                "/tiles/{z}/{x}/{y}.geojson",
                inline: { request in
                    _ = try request.parameters.integer("z", in: 0...22)
                    _ = try request.parameters.integer("x")
                    _ = try request.parameters.integer("y")
                    return Response(.geoJSON, large)
                }
            )
            group.get("/task", task: { _ in Response(.json, small) })
        }
        let server = Server(configuration, router: router, observe: { _ in })
        print("listening on", try server.start())
        while true { try await Task.sleep(for: .seconds(3_600)) }
    }
}
