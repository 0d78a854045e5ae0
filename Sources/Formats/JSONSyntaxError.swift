/// Where and why a text is not the JSON that we take.
package struct JSONSyntaxError: Error, Equatable, Sendable {
    /// What is wrong.
    package let fault: JSONFault
    /// Bytes before the fault.
    package let offset: Int
    /// The line, from 1.
    package let line: Int
    /// The character in its line, from 1.
    package let column: Int

    /// The fault in plain words, without its place.
    package var reason: LocalizedText { fault.reason }

    init(_ fault: JSONFault, at offset: Int, in bytes: [UInt8]) {
        self.fault = fault
        self.offset = offset
        let before = bytes[..<min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    /// The fault with its place, for commands and logs.
    package var description: String { "line \(line), character \(column): \(reason.en)" }
}
