import Formats
import HTTP
import TestSupport

/// The API as `api/openapi.json` promises it.
struct Contract {
    /// What any address may answer, as the document says in its introduction.
    private static let everywhere: Set<Int> = [405, 414, 421, 431, 501, 505]

    let root: JSONObject
    let base: String

    /// The document as it ships.
    static let shipped = Result { try Contract(Checkout.read("api/openapi.json")) }
    /// The layers' document as it ships.
    static let layers = Result { try Contract(Checkout.read("api/ogc.json")) }

    init(_ bytes: [UInt8]) throws {
        guard let root = try JSON.parse(bytes, limits: .file).objectValue else { throw Broken() }
        self.root = root
        base = root["servers"]?.arrayValue?.first?.objectValue?["url"]?.stringValue ?? ""
    }

    /// What an answer has that the contract doesn't, or lacks; empty for addresses that are no part of the API.
    func breaches(by answer: Answer, to method: HTTP.Method, _ target: String) -> [String] {
        let path = String(target.prefix { $0 != "?" })
        guard path.hasPrefix(base + "/"), method != .options, !Contract.everywhere.contains(answer.status)
        else { return [] }
        let asked = method == .head ? HTTP.Method.get : method
        guard let operation = operation(asked, path.dropFirst(base.count)) else {
            return answer.status == 404 ? [] : ["\(method) \(path) is not described"]
        }
        guard let found = operation["responses"]?.objectValue?["\(answer.status)"]?.objectValue else {
            return ["\(method) \(path) never answers \(answer.status)"]
        }
        let response = resolved(found)
        guard let content = response["content"]?.objectValue else {
            return answer.body.isEmpty ? [] : ["\(method) \(path): \(answer.status) has no body"]
        }
        let type = answer.response.headers[.contentType].flatMap { MediaType(parsing: $0)?.essence } ?? "none"
        let whole = answer.response.headers[.contentType] ?? type
        guard let media = (content[type] ?? content[whole])?.objectValue else {
            return ["\(method) \(path): \(answer.status) is never \(type)"]
        }
        guard method != .head, type.hasSuffix("json"), let schema = media["schema"]?.objectValue else {
            return []
        }
        guard let value = try? JSON.parse(answer.body, limits: .file) else { return ["\(path) is no JSON"] }
        return SchemaCheck(root: root, isClosed: true).mistakes(in: value, schema)
            .map { "\(method) \(path) \(answer.status): \($0)" }
    }

    /// The object itself, or the one that it refers to.
    func resolved(_ object: JSONObject) -> JSONObject {
        guard let reference = object["$ref"]?.stringValue else { return object }
        return SchemaCheck(root: root, isClosed: false).target(of: reference) ?? object
    }

    private func operation(_ method: HTTP.Method, _ path: Substring) -> JSONObject? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        let fitting = (root["paths"]?.objectValue?.members ?? []).filter { member in
            let pattern = member.name.split(separator: "/", omittingEmptySubsequences: false)
            return pattern.count == segments.count
                && zip(pattern, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        // A path without parameters is meant before one with.
        let best = fitting.first { !$0.name.contains("{") } ?? fitting.first
        return best?.value.objectValue?[method.rawValue.lowercased()]?.objectValue
    }

    struct Broken: Error {}
}
