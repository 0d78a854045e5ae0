import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors

extension DoorsUnderTest {
    /// Asks for something of the layers; the answer is held to their document.
    func layers(
        _ path: String,
        method: HTTP.Method = .get,
        accept: HeaderValue? = nil,
        language: HeaderValue? = nil,
        bearer: String? = nil,
        headers: [(HeaderName, HeaderValue)] = []
    ) async throws -> Answer {
        let accepted = accept.map { [(HeaderName.accept, $0)] } ?? []
        let answer = try await ask(
            method,
            "/ogc\(path)",
            language: language,
            bearer: bearer,
            headers: accepted + headers
        )
        guard answer.status != 304 else { return answer }
        // The landing page stands at the root of the document.
        let described = path.isEmpty || path.hasPrefix("?") ? "/ogc/" : "/ogc\(path)"
        for breach in try Contract.layers.get().breaches(by: answer, to: method, described) {
            Issue.record("\(breach)")
        }
        return answer
    }

    /// Sends a report at a place, and answers its number.
    func place(
        _ longitude: Double,
        _ latitude: Double,
        category: String = "road.pothole",
        words: String = "Dziura"
    ) async throws -> String {
        let answer = try await report(
            """
            {"category":"\(category)","description":"\(words)","location":{"lon":\(longitude),"lat":\(latitude)}}
            """
        )
        return try #require(answer.object?["number"]?.stringValue)
    }

    /// Has a report come in at another moment.
    func date(_ number: String, _ moment: String) async throws {
        let moment = try #require(Timestamp(parsing: moment))
        try await database.write { session in
            _ = try session.execute("UPDATE report SET created_at = \(moment) WHERE number = \(number)")
        }
    }

    func hide(_ number: String) async throws {
        try await database.write { session in
            _ = try session.execute("UPDATE report SET hidden = true WHERE number = \(number)")
        }
    }
}

extension Answer {
    var features: [JSONObject] { (object?["features"]?.arrayValue ?? []).compactMap(\.objectValue) }
    /// The identifiers of the features.
    var ids: [String] { features.compactMap { $0["id"]?.stringValue } }
    var matched: Int? { object?["numberMatched"]?.numberValue?.integer.flatMap { Int(exactly: $0) } }

    /// The addresses of a relation.
    func links(_ relation: String) -> [String] {
        (object?["links"]?.arrayValue ?? []).compactMap(\.objectValue)
            .filter { $0["rel"]?.stringValue == relation }.compactMap { $0["href"]?.stringValue }
    }

    /// The path of the next page below the root.
    var next: String? {
        links("next").first.map { String($0.dropFirst("http://localhost/ogc".count)) }
    }
}

extension JSONObject {
    /// A property of a feature.
    func property(_ name: String) -> JSON? { self["properties"]?.objectValue?[name] }
}
