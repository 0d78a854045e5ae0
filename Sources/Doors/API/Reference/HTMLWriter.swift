import Pages

/// Appends HTML to bytes; texts and attributes are escaped by it alone.
struct HTMLWriter {
    private(set) var bytes: [UInt8] = []

    /// Writes an element with its content.
    mutating func element(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ content: (inout HTMLWriter) -> Void
    ) {
        begin(name, attributes)
        content(&self)
        bytes.append(contentsOf: "</\(name)>".utf8)
    }

    /// Writes an element that holds a text.
    mutating func element(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:],
        text: String
    ) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes an element that never has content, such as `meta`.
    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        bytes.append(contentsOf: "<\(name)".utf8)
        for (name, value) in attributes {
            bytes.append(contentsOf: " \(name)=\"".utf8)
            text(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes the line that every page begins with.
    mutating func documentType() {
        bytes.append(contentsOf: "<!DOCTYPE html>".utf8)
    }

    /// Writes a text.
    mutating func text(_ text: some StringProtocol) {
        bytes.appendHTMLEscaped(text)
    }

    /// Writes a text in which `` `code` `` and `**strong**` are marked.
    mutating func marked(_ text: some StringProtocol) {
        for (index, piece) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) {
                strong(piece)
            } else {
                element("code", text: String(piece))
            }
        }
    }

    /// Writes paragraphs that an empty line parts.
    mutating func paragraphs(_ text: String) {
        for paragraph in text.split(separator: "\n\n") {
            element("p", ["lang": "en"]) { $0.marked(paragraph) }
        }
    }

    private mutating func strong(_ text: some StringProtocol) {
        for (index, piece) in String(text).components(between: "**").enumerated() {
            if index.isMultiple(of: 2) { self.text(piece) } else { element("strong", text: piece) }
        }
    }
}

extension String {
    fileprivate func components(between mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}
