import Formats

/// An OpenAPI 3.1 document, with its references followed.
struct APIDescription: Sendable {
    /// One method of one path.
    struct Operation: Sendable {
        let method: String
        /// With its parameters in braces: `/reports/{number}`.
        let path: String
        let json: JSONObject
        /// Those of the path and its own, references followed.
        let parameters: [JSONObject]

        /// Its name within the document.
        var name: String { json["operationId"]?.stringValue ?? "" }
        /// What it does, in a few words.
        var summary: String { json["summary"]?.stringValue ?? "" }
    }

    private static let methods = ["get", "post", "put", "patch", "delete"]

    let root: JSONObject
    let operations: [Operation]

    /// Reads the document.
    init(_ bytes: [UInt8]) throws {
        guard let root = try JSON.parse(bytes, limits: .file).objectValue else {
            throw BrokenDescription(place: "#")
        }
        self.root = root
        operations = try APIDescription.operations(in: root)
    }

    /// What an object stands for: itself, or what its `$ref` names, with the members beside the reference on top.
    func resolved(_ object: JSONObject) -> JSONObject {
        guard let reference = object["$ref"]?.stringValue, var target = self.target(of: reference) else {
            return object
        }
        for member in object.members where member.name != "$ref" && target[member.name] == nil {
            _ = target.append(member.name, member.value)
        }
        return target
    }

    /// The object that a reference within the document names.
    func target(of reference: String) -> JSONObject? {
        APIDescription.target(of: reference, in: root)
    }

    /// The server's path, which every operation's begins with.
    var base: String {
        root["servers"]?.arrayValue?.first?.objectValue?["url"]?.stringValue ?? ""
    }

    private static func target(of reference: String, in root: JSONObject) -> JSONObject? {
        guard reference.hasPrefix("#/") else { return nil }
        var object: JSONObject? = root
        for name in reference.dropFirst(2).split(separator: "/") {
            object = object?[String(name)]?.objectValue
        }
        return object
    }

    private static func operations(in root: JSONObject) throws -> [Operation] {
        guard let paths = root["paths"]?.objectValue else { throw BrokenDescription(place: "#/paths") }
        var operations: [Operation] = []
        for path in paths.members {
            guard let item = path.value.objectValue else { throw BrokenDescription(place: path.name) }
            let shared = try parameters(of: item, in: root, at: path.name)
            for method in methods {
                guard let json = item[method]?.objectValue else { continue }
                let own = try parameters(of: json, in: root, at: path.name)
                operations.append(
                    Operation(method: method, path: path.name, json: json, parameters: shared + own)
                )
            }
        }
        return operations
    }

    private static func parameters(of object: JSONObject, in root: JSONObject, at place: String) throws
        -> [JSONObject]
    {
        try (object["parameters"]?.arrayValue ?? []).map { value in
            guard let parameter = value.objectValue else { throw BrokenDescription(place: place) }
            guard let reference = parameter["$ref"]?.stringValue else { return parameter }
            guard let target = target(of: reference, in: root) else {
                throw BrokenDescription(place: reference)
            }
            return target
        }
    }
}

/// The API's description is not what it should be; we ship it, so it is our mistake.
package struct BrokenDescription: Error, CustomStringConvertible {
    let place: String

    package var description: String { "api/openapi.json is not an OpenAPI document at \(place)" }
}
