import Formats

/// JSON as people read it: one member a line.
struct IndentedJSON {
    let text: String

    init(_ json: JSON) {
        text = IndentedJSON.lines(json).joined(separator: "\n")
    }

    private static func lines(_ json: JSON) -> [String] {
        switch json {
        case .object(let object) where !object.members.isEmpty:
            let members = object.members.map { member in
                let name = flat(.string(member.name)) + ": "
                return lines(member.value).enumerated().map {
                    $0.offset == 0 ? name + $0.element : $0.element
                }
            }
            return enclosed(members, "{", "}")
        case .array(let elements) where elements.contains { $0.objectValue != nil }:
            return enclosed(elements.map(lines), "[", "]")
        default:
            return [flat(json)]
        }
    }

    private static func enclosed(_ parts: [[String]], _ open: String, _ close: String) -> [String] {
        var result = [open]
        for (index, part) in parts.enumerated() {
            var part = part.map { "  " + $0 }
            if index < parts.count - 1, let last = part.popLast() { part.append(last + ",") }
            result += part
        }
        return result + [close]
    }

    private static func flat(_ json: JSON) -> String {
        var writer = JSONWriter()
        writer.value(json)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
