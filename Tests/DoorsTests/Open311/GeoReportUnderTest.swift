import Formats
import HTTP
import Ledger
import Reports
import TestSupport
import Testing

@testable import Doors

/// An answer of the door for Open311, which was found to be the same in both forms.
struct GeoReportAnswer {
    let status: Int
    let json: JSON

    var entries: [JSONObject] { json.arrayValue?.compactMap(\.objectValue) ?? [] }

    /// The values of a member in all entries.
    func all(_ name: String) -> [String?] { entries.map { $0[name]?.stringValue } }

    /// The sentences of errors.
    var sentences: [String] { all("description").compactMap { $0 } }
}

extension DoorsUnderTest {
    static let base = "/open311/v2"

    /// Asks in both forms: each has its type, they say the same, and they are what the contract has.
    func both(_ path: String, query: String = "", schema: String, bearer: String? = nil) async throws
        -> GeoReportAnswer
    {
        let end = query.isEmpty ? "" : "?\(query)"
        let xml = try await ask(.get, "\(Self.base)/\(path).xml\(end)", bearer: bearer)
        let json = try await ask(.get, "\(Self.base)/\(path).json\(end)", bearer: bearer)
        return try compared(xml, json, schema: schema)
    }

    /// Sends a form, answered in JSON.
    func send(
        _ path: String,
        _ fields: [(String, String)],
        schema: String,
        form: GeoReportFormat = .json
    ) async throws -> GeoReportAnswer {
        let body = fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
        let answer = try await ask(
            .post,
            "\(Self.base)/\(path).\(form.rawValue)",
            type: "application/x-www-form-urlencoded",
            body: body
        )
        return try read(answer, form, schema: schema)
    }

    /// A form that is refused, in both forms.
    func refused(_ path: String, _ fields: [(String, String)]) async throws -> GeoReportAnswer {
        let body = fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
        let type: HeaderValue = "application/x-www-form-urlencoded"
        let xml = try await ask(.post, "\(Self.base)/\(path).xml", type: type, body: body)
        let json = try await ask(.post, "\(Self.base)/\(path).json", type: type, body: body)
        return try compared(xml, json, schema: "errors")
    }

    /// Holds two answers to each other and to the contract.
    func compared(_ xml: Answer, _ json: Answer, schema: String) throws -> GeoReportAnswer {
        let found = try read(json, .json, schema: schema)
        #expect(xml.status == json.status)
        #expect(xml.response.headers[.contentType] == "text/xml; charset=utf-8")
        #expect(
            String(decoding: xml.body.prefix(38), as: UTF8.self) == #"<?xml version="1.0" encoding="utf-8"?>"#
        )
        let tree = try #require(XMLTree.parse(xml.body))
        #expect(tree.differences(from: found.json) == [])
        return found
    }

    private func read(_ answer: Answer, _ form: GeoReportFormat, schema: String) throws -> GeoReportAnswer {
        guard form == .json else { return GeoReportAnswer(status: answer.status, json: .null) }
        #expect(answer.response.headers[.contentType] == "application/json; charset=utf-8")
        let json = try JSON.parse(answer.body, limits: .file)
        let root = try #require(try JSON.parse(try Checkout.read("Tests/Fixtures/open311.json")).objectValue)
        let wanted = try #require(root[schema]?.objectValue)
        #expect(SchemaCheck(root: root, isClosed: true).mistakes(in: json, wanted) == [])
        return GeoReportAnswer(status: answer.status, json: json)
    }

    private func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}

extension [(String, String)] {
    /// A pothole, as an app sends it.
    static func pothole(key: String, _ more: [(String, String)] = []) -> [(String, String)] {
        let usual = [
            ("api_key", key), ("service_code", "road.pothole"), ("lat", "50.0617"), ("long", "19.9373"),
            ("description", "Dziura w jezdni"),
        ]
        return usual.filter { field in !more.contains { $0.0 == field.0 } } + more
    }

    /// The same without one of its fields.
    func without(_ name: String) -> [(String, String)] { filter { $0.0 != name } }
}
