import Geography
import HTTP
import HTTPClient
import Synchronization
import TestSupport
import Testing

@testable import Addresses

/// What a service of somebody else's was asked, and what it answers.
final class FakeGeocoder: Sendable {
    enum Manner: Sendable {
        case answers(String)
        case status(UInt16)
        case never
        case drips
        case floods
    }

    private struct State {
        var manner: Manner
        var asked: [String] = []
    }

    private let state: Mutex<State>

    init(_ manner: Manner) {
        state = Mutex(State(manner: manner))
    }

    var asked: [String] { state.withLock { $0.asked } }

    func behave(_ manner: Manner) {
        state.withLock { $0.manner = manner }
    }

    func answer(_ request: Request) async throws -> Response {
        let manner = state.withLock { state in
            let query = request.query.items.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
            state.asked.append(query)
            return state.manner
        }
        switch manner {
        case .answers(let json): return Response(.json, Array(json.utf8))
        case .status(let code): return Response(Status(code))
        case .never:
            try await Patience.beyond()
            return Response(.ok)
        case .drips:
            return Response(.ok, body: .stream(ResponseStream { try await FakeGeocoder.drip($0) }))
        case .floods:
            return Response(.bytes, [UInt8](repeating: 32, count: 3 << 20))
        }
    }

    private static func drip(_ writer: BodyWriter) async throws {
        while true {
            try await writer.write([0x5B])
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Runs a test with the service and a client of it that has little patience.
    static func run<Value>(
        _ manner: Manner,
        deadline: Duration = .seconds(20),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        _ body: (FakeGeocoder, Geocoder) async throws -> Value
    ) async throws -> Value {
        let fake = FakeGeocoder(manner)
        return try await LocalService.run { group in
            group.get("/nominatim/search", task: { try await fake.answer($0) })
            group.get("/nominatim/reverse", task: { try await fake.answer($0) })
        } _: { base in
            var settings = Geocoder.settings
            settings.deadline = deadline
            settings.connectTimeout = .seconds(5)
            let bounds = try #require(Bounds(west: 19.7, south: 49.9, east: 20.3, north: 50.2))
            let geocoder = Geocoder(
                try #require(ServiceAddress(base + "/nominatim/")),
                within: bounds,
                settings: settings,
                rule: CircuitBreaker.Rule(),
                now: now
            )
            defer { geocoder.close() }
            return try await body(fake, geocoder)
        }
    }
}
