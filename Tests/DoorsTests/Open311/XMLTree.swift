import Formats
import Foundation
import FoundationXML

/// An XML document as a tree of elements, read by Foundation's own parser.
final class XMLTree {
    let name: String
    fileprivate(set) var text = ""
    fileprivate(set) var children: [XMLTree] = []

    init(name: String) {
        self.name = name
    }

    /// The root; nil unless the bytes are one well-formed document without attributes.
    static func parse(_ bytes: [UInt8]) -> XMLTree? {
        let reading = Reading()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reading
        guard parser.parse(), !reading.hasAttributes else { return nil }
        return reading.root
    }

    /// In what a tree differs from JSON of the same document (the 'Spark convention'), with the place.
    func differences(from json: JSON, at place: String = "") -> [String] {
        let place = "\(place)/\(name)"
        switch json {
        case .object(let object):
            guard object.members.map(\.name) == children.map(\.name) else {
                return ["\(place): \(children.map(\.name)) is not \(object.members.map(\.name))"]
            }
            return zip(children, object.members).flatMap { $0.differences(from: $1.value, at: place) }
        case .array(let elements):
            guard elements.count == children.count, Set(children.map(\.name)).count <= 1 else {
                return ["\(place): \(children.count) entries are not \(elements.count)"]
            }
            return zip(children, elements).flatMap { $0.differences(from: $1, at: place) }
        case .null: return isLeaf("") ? [] : ["\(place): '\(text)' is not empty"]
        case .bool(let value): return isLeaf("\(value)") ? [] : ["\(place): '\(text)' is not \(value)"]
        case .string(let value): return isLeaf(value) ? [] : ["\(place): '\(text)' is not '\(value)'"]
        case .number(let value):
            return children.isEmpty && Double(text) == value.double
                ? [] : ["\(place): '\(text)' is not \(value)"]
        }
    }

    private func isLeaf(_ text: String) -> Bool {
        children.isEmpty && self.text.unicodeScalars.elementsEqual(text.unicodeScalars)
    }

    private final class Reading: NSObject, XMLParserDelegate {
        var root: XMLTree?
        var hasAttributes = false
        private var open: [XMLTree] = []

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = XMLTree(name: name)
            if !attributes.isEmpty { hasAttributes = true }
            if let parent = open.last { parent.children.append(element) } else { root = element }
            open.append(element)
        }

        func parser(
            _ parser: XMLParser,
            didEndElement name: String,
            namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            open.last?.text += string
        }
    }
}
