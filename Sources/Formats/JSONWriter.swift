/// Appends JSON (RFC 8259) to bytes, value by value; commas come by themselves.
///
/// The text is safe inside an HTML script element: `<`, U+2028 and U+2029 are always escaped.
/// It trusts its caller to balance objects and arrays and to give each value of an object a key.
package struct JSONWriter: Sendable {
    /// What has been written so far.
    package var bytes: [UInt8]
    private var needsComma = false

    /// Starts empty, with room for the given number of bytes.
    package init(reserving capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Opens an object.
    package mutating func beginObject() {
        open(UInt8(ascii: "{"))
    }

    /// Closes an object.
    package mutating func endObject() {
        close(UInt8(ascii: "}"))
    }

    /// Opens an array.
    package mutating func beginArray() {
        open(UInt8(ascii: "["))
    }

    /// Closes an array.
    package mutating func endArray() {
        close(UInt8(ascii: "]"))
    }

    /// Writes the name of the value that follows.
    package mutating func key(_ name: String) {
        startValue()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes the name of the value that follows, which is a literal of ours and needs no escape.
    package mutating func key(literal name: StaticString) {
        startValue()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a text.
    package mutating func string(_ text: String) {
        startValue()
        quote(text)
    }

    /// Writes an integer; one beyond 64 bits in full as well.
    @inlinable
    package mutating func integer<Integer: BinaryInteger>(_ value: Integer) {
        if let narrow = Int64(exactly: value) {
            integer64(narrow)
        } else {
            digits(String(value))
        }
    }

    /// Writes a number in the shortest form that reads back the same; `null` if it is not finite.
    package mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        startValue()
        bytes.appendNumber(value)
    }

    /// Writes `true` or `false`.
    package mutating func bool(_ value: Bool) {
        startValue()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Writes `null`.
    package mutating func null() {
        startValue()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Writes millionths of a degree as degrees: `19938333` is `19.938333`.
    package mutating func microdegrees(_ micros: Int32) {
        startValue()
        bytes.appendMicrodegrees(micros)
    }

    /// Writes a moment as RFC 3339 in UTC.
    package mutating func moment(_ moment: Timestamp) {
        startValue()
        bytes.append(UInt8(ascii: "\""))
        bytes.appendMoment(moment)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes what is JSON already: a value, or members with their names.
    package mutating func raw(_ json: [UInt8]) {
        startValue()
        bytes.append(contentsOf: json)
    }

    /// Writes a literal of ours that is JSON already: a value, or members with their names.
    package mutating func raw(literal json: StaticString) {
        startValue()
        json.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    @usableFromInline
    mutating func integer64(_ value: Int64) {
        startValue()
        bytes.appendDecimal(value)
    }

    @usableFromInline
    mutating func digits(_ text: String) {
        startValue()
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func open(_ bracket: UInt8) {
        startValue()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func startValue() {
        if needsComma {
            bytes.append(UInt8(ascii: ","))
        }
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        bytes.appendJSONEscaped(text)
        bytes.append(UInt8(ascii: "\""))
    }
}
