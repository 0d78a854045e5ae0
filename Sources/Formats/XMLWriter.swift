/// Appends an XML 1.0 document of elements, without attributes, namespaces or indentation.
///
/// Names of elements are literals of ours; only texts come from outside.
package struct XMLWriter: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8]
    private var open: [StaticString] = []

    /// Starts with the declaration, with room for the given number of bytes.
    package init(reserving capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(contentsOf: #"<?xml version="1.0" encoding="utf-8"?>"#.utf8)
    }

    /// Opens an element.
    package mutating func begin(_ name: StaticString) {
        tag("<", name)
        open.append(name)
    }

    /// Closes the element that was opened last.
    ///
    /// - Precondition: an element is open.
    package mutating func end() {
        tag("</", open.removeLast())
    }

    /// Writes an element with a text, or an empty one for nil.
    package mutating func element(_ name: StaticString, _ text: String?) {
        begin(name)
        if let text {
            bytes.appendXMLEscaped(text)
        }
        end()
    }

    /// Writes an element with an integer.
    package mutating func element(_ name: StaticString, integer: Int64) {
        begin(name)
        bytes.appendDecimal(integer)
        end()
    }

    /// Writes an element with `true` or `false`.
    package mutating func element(_ name: StaticString, bool: Bool) {
        element(name, bool ? "true" : "false")
    }

    /// Writes an element with a moment (W3C-DTF in UTC), or an empty one for nil.
    package mutating func element(_ name: StaticString, moment: Timestamp?) {
        begin(name)
        if let moment { bytes.appendMoment(moment) }
        end()
    }

    /// Writes an element with millionths of a degree as degrees.
    package mutating func element(_ name: StaticString, microdegrees: Int32) {
        begin(name)
        bytes.appendMicrodegrees(microdegrees)
        end()
    }

    private mutating func tag(_ opening: String, _ name: StaticString) {
        bytes.append(contentsOf: opening.utf8)
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: ">"))
    }
}
