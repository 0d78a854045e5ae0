import Formats
package import Geography
import HTTP
package import HTTPClient
import Synchronization

/// A service that knows addresses, asked in Nominatim's way: only at the configured address, within a deadline.
///
/// Answers are kept for an hour. One that fails again and again is left alone for a while. What is asked for is in
/// no log.
package final class Geocoder: Sendable {
    /// The deadline and bounds of the requests.
    package static var settings: HTTPClientSettings {
        var settings = HTTPClientSettings(name: "geocoder")
        settings.deadline = .seconds(2)
        settings.connectTimeout = .seconds(1)
        settings.queueCapacity = 32
        return settings
    }

    private enum Question: Hashable {
        case search(String, limit: Int)
        case reverse(Coordinate)
    }

    private struct State {
        var breaker: CircuitBreaker
        var cache = AnswerCache<Question, [Address]>(capacity: 1_024, age: .seconds(3_600))
    }

    private let service: ServiceAddress
    private let bounds: Bounds
    private let client: HTTPClient
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state: Mutex<State>

    /// A service at an address, for the box of a city.
    package convenience init(
        _ service: ServiceAddress,
        within bounds: Bounds,
        settings: HTTPClientSettings = Geocoder.settings
    ) {
        self.init(service, within: bounds, settings: settings, rule: .init(), now: { .now })
    }

    init(
        _ service: ServiceAddress,
        within bounds: Bounds,
        settings: HTTPClientSettings,
        rule: CircuitBreaker.Rule,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.service = service
        self.bounds = bounds
        client = HTTPClient(settings)
        self.now = now
        state = Mutex(State(breaker: CircuitBreaker(rule)))
    }

    /// Whether the service is taken to be well.
    package var isWell: Bool { state.withLock { $0.breaker.isClosed } }

    /// Ends the threads, and whatever is under way.
    package func close() {
        client.close()
    }

    /// What the service finds for a text in the city's box.
    func search(_ text: String, limit: Int) async throws(GeocoderError) -> [Address] {
        let box = [
            bounds.southWest.longitudeMicros, bounds.northEast.latitudeMicros,
            bounds.northEast.longitudeMicros, bounds.southWest.latitudeMicros,
        ].map(Geocoder.degrees)
        let url = service.appending(
            "/search",
            query: [
                ("q", text), ("format", "jsonv2"), ("addressdetails", "1"), ("accept-language", "pl"),
                ("viewbox", box.joined(separator: ",")), ("bounded", "1"), ("limit", "\(limit)"),
            ]
        )
        return try await answer(to: .search(text, limit: limit), at: url) {
            bytes throws(NominatimReply.Unreadable) in
            try NominatimReply.entries(parsing: bytes)
        }
    }

    /// What the service says lies at a place; empty if it knows nothing there.
    func reverse(_ place: Coordinate) async throws(GeocoderError) -> [Address] {
        let url = service.appending(
            "/reverse",
            query: [
                ("lat", Geocoder.degrees(place.latitudeMicros)),
                ("lon", Geocoder.degrees(place.longitudeMicros)), ("format", "jsonv2"),
                ("addressdetails", "1"), ("accept-language", "pl"), ("zoom", "18"),
            ]
        )
        return try await answer(to: .reverse(place), at: url) { bytes throws(NominatimReply.Unreadable) in
            try NominatimReply.entry(parsing: bytes).map { [$0] } ?? []
        }
    }

    /// Plain decimal digits; Swift's own description of a small number has an exponent.
    private static func degrees(_ micros: Int32) -> String {
        var bytes: [UInt8] = []
        bytes.appendMicrodegrees(micros)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func answer(
        to question: Question,
        at url: String,
        _ read: ([UInt8]) throws(NominatimReply.Unreadable) -> [Address]
    ) async throws(GeocoderError) -> [Address] {
        let start = now()
        let (known, verdict) = state.withLock { state -> ([Address]?, CircuitBreaker.Verdict) in
            if let known = state.cache.value(question, at: start) { return (known, .refuse) }
            return (nil, state.breaker.ask(at: start))
        }
        if let known { return known }
        guard verdict == .go else { throw .away }
        let outcome = await fetch(url, read)
        let end = now()
        state.withLock { state in
            switch outcome {
            case .success(let addresses):
                state.breaker.ended(.success, at: end)
                state.cache.put(question, addresses, at: end)
            case .failure(.cancelled):
                state.breaker.ended(.abandoned, at: end)
            case .failure:
                state.breaker.ended(.failure, at: end)
            }
        }
        return try outcome.get()
    }

    private func fetch(
        _ url: String,
        _ read: ([UInt8]) throws(NominatimReply.Unreadable) -> [Address]
    ) async -> Result<[Address], GeocoderError> {
        let response: IncomingResponse
        do {
            response = try await client.get(url)
        } catch .status(404) {
            // Some services say so when they know nothing at a place.
            return .success([])
        } catch {
            return .failure(GeocoderError(error))
        }
        do {
            return .success(try read(response.body))
        } catch {
            return .failure(.away)
        }
    }
}
