extension String: ColumnValue {
    package static var columnType: ColumnType { .text }

    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        switch type {
        case .text, .varchar, .bpchar, .name: break
        default: throw .wrongType(type)
        }
        do {
            self = String(copying: try UTF8Span(validating: bytes))
        } catch {
            throw .malformed
        }
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(contentsOf: utf8)
    }
}

/// The text of a JSON value, as bytes in UTF-8, stored as `jsonb`.
package struct JSONText: Hashable, Sendable, ColumnValue {
    package var utf8: [UInt8]

    package init(utf8: [UInt8]) {
        self.utf8 = utf8
    }

    package static var columnType: ColumnType { .jsonb }

    /// Reads `jsonb` (a version byte, which must be 1, then the text) or `json` (the text).
    package init(column bytes: Span<UInt8>, type: ColumnType) throws(ColumnProblem) {
        switch type {
        case .jsonb:
            guard bytes.count > 0, bytes[0] == 1 else { throw .malformed }
            utf8 = bytes.extracting(droppingFirst: 1).copied()
        case .json:
            utf8 = bytes.copied()
        default:
            throw .wrongType(type)
        }
    }

    package func encode(into bytes: inout [UInt8]) {
        bytes.append(1)
        bytes.append(contentsOf: utf8)
    }
}

extension Span<UInt8> {
    /// The same bytes in an array of their own.
    func copied() -> [UInt8] {
        unsafe withUnsafeBufferPointer { unsafe Array($0) }
    }
}
