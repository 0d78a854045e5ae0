import Formats

/// A command that tries an operation, made from the document's examples.
struct CurlExample {
    let text: String

    init(_ operation: APIDescription.Operation, in description: APIDescription) {
        var lines = ["curl -s '\(CurlExample.address(of: operation, in: description))'"]
        if operation.json["security"]?.arrayValue?.contains(.object(JSONObject())) == false,
            operation.json["security"]?.arrayValue?.isEmpty == false
        {
            lines.append("-H \"Authorization: Bearer $SECRET\"")
        }
        if let media = operation.json["requestBody"]?.objectValue?["content"]?.objectValue?.members.first {
            if media.name == "application/json" {
                lines.append("-H 'Content-Type: application/json'")
                lines.append("-d '\(CurlExample.body(media.value))'")
            } else {
                lines.append("-F 'file=@photo.jpg'")
            }
        } else if operation.method != "get" {
            lines.append("-X \(operation.method.uppercased())")
        }
        text = lines.joined(separator: " \\\n    ")
    }

    private static func address(
        of operation: APIDescription.Operation,
        in description: APIDescription
    ) -> String {
        var path = operation.path
        var query: [String] = []
        for parameter in operation.parameters {
            guard let name = parameter["name"]?.stringValue, let example = parameter["example"].map(value)
            else {
                continue
            }
            switch parameter["in"]?.stringValue {
            case "path": path = path.replacing("{\(name)}", with: example)
            case "query": query.append("\(name)=\(example.replacing(" ", with: "%20"))")
            default: continue
            }
        }
        let address = "http://127.0.0.1:8311" + description.base + path
        return query.isEmpty ? address : address + "?" + query.joined(separator: "&")
    }

    private static func value(_ json: JSON) -> String {
        switch json {
        case .string(let text): text
        case .array(let elements): elements.map(value).joined(separator: ",")
        default: IndentedJSON(json).text
        }
    }

    private static func body(_ media: JSON) -> String {
        guard let example = media.objectValue?["example"] else { return "{}" }
        return IndentedJSON(example).text.replacing("'", with: "'\\''")
    }
}
