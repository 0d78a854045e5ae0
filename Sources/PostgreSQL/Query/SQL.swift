/// A statement and its values: literal text is SQL, whatever is interpolated becomes a bind.
///
/// `"SELECT name FROM unit WHERE id = \(id)"` sends `id` beside the text, never in it. Statements compose: a
/// `SQL` interpolated into another brings its text and its binds, renumbered. Text that is not a literal
/// enters only as `\(unsafeSQL: text)`, a name only as `\(identifier: name)`.
package struct SQL: Sendable {
    /// The text as the server gets it, with `$1`, `$2`, … for the binds.
    private(set) var text: String
    /// Where in the text (in UTF-8) each placeholder begins.
    private var marks: [Int] = []
    private(set) var types: [ColumnType] = []
    /// The length of each value in `bytes`; -1 for NULL.
    private(set) var lengths: [Int32] = []
    private(set) var bytes: [UInt8] = []

    private init(text: String) {
        self.text = text
    }

    /// How many values go with the text.
    package var bindCount: Int { types.count }

    /// Text that is trusted as it is.
    package init(unsafeSQL text: String) {
        self.init(text: text)
    }

    /// Appends another statement, its binds renumbered.
    package mutating func append(_ other: SQL) {
        let (offset, shift) = (types.count, text.utf8.count)
        if offset == 0 {
            text += other.text
            for mark in other.marks { marks.append(shift + mark) }
        } else {
            appendRenumbered(other, by: offset)
        }
        types += other.types
        lengths += other.lengths
        bytes += other.bytes
    }

    private mutating func appendRenumbered(_ other: SQL, by offset: Int) {
        var written = other.text.utf8.startIndex
        for (index, mark) in other.marks.enumerated() {
            let start = other.text.utf8.index(other.text.utf8.startIndex, offsetBy: mark)
            text += other.text[written..<start]
            marks.append(text.utf8.count)
            appendPlaceholder(offset + index + 1)
            let width = 1 + String(index + 1).utf8.count
            written = other.text.utf8.index(start, offsetBy: width)
        }
        text += other.text[written...]
    }

    private mutating func appendPlaceholder(_ number: Int) {
        text += "$"
        text += String(number)
    }

    /// Appends literal text.
    mutating func append(literal: String) {
        text += literal
    }

    /// Appends a value as a bind.
    package mutating func append<Value: ColumnEncodable>(bind value: Value) {
        marks.append(text.utf8.count)
        types.append(Value.columnType)
        appendPlaceholder(types.count)
        guard !value.isNull else { return lengths.append(-1) }
        let start = bytes.count
        value.encode(into: &bytes)
        lengths.append(Int32(clamping: bytes.count - start))
    }
}

extension SQL {
    package static func + (left: SQL, right: SQL) -> SQL {
        var sum = left
        sum.append(right)
        return sum
    }

    /// The parts one after the other, with the separator between them.
    package static func joined(_ parts: [SQL], separator: SQL) -> SQL {
        var sum = SQL(text: "")
        for (index, part) in parts.enumerated() {
            if index > 0 { sum.append(separator) }
            sum.append(part)
        }
        return sum
    }

    /// A name in double quotes, as a statement needs it when it is not a plain word.
    static func quoted(_ name: String) -> String {
        var quoted = "\""
        for character in name.unicodeScalars {
            if character == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }
}

extension SQL {
    /// What tells one prepared statement from another.
    var key: StatementCache.Key {
        StatementCache.Key(text: text, types: types)
    }
}
