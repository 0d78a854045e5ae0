import TestSupport
import Testing

@testable import PostgreSQL

struct TextKeyTests {
    private func key(_ text: [UInt8]) throws -> TextKey {
        try TextKey(column: text.span, type: .text)
    }

    @Test(arguments: 0...40)
    func `up to 32 bytes the same key means the same text`(length: Int) throws {
        var random = SeededGenerator(UInt64(length))
        let text = (0..<length).map { _ in UInt8.random(in: 1...255, using: &random) }
        let original = try key(text)
        let repeated = try key(text)
        #expect(original == repeated && original.hash == repeated.hash)
        #expect(original.isUnique == (length <= 32))
        guard original.isUnique else { return }
        for position in text.indices {
            var other = text
            other[position] ^= 1 << UInt8.random(in: 0...7, using: &random)
            let changed = try key(other)
            #expect(original != changed)
        }
        for other in [text + [0], text.dropLast().map(\.self)] where other != text {
            let changed = try key(other)
            #expect(original != changed)
        }
    }

    @Test func `what is no text has no key`() {
        #expect(throws: ColumnProblem.wrongType(.int4)) {
            try TextKey(column: [0, 0, 0, 1].span, type: .int4)
        }
    }
}
