import Formats
import TestSupport
import Testing

@testable import Ledger

struct FeedCursorTests {
    @Test(
        arguments: [
            (0, 0, 0), (1, 2, 3), (.max, .max, .max), (0x8000_0000_0000_0000, 731, 4_294_967_296),
        ] as [(UInt64, UInt64, Int64)]
    )
    func `a place is read back from its text`(token: UInt64, transaction: UInt64, sequence: Int64) {
        let cursor = FeedCursor(token: token, transaction: transaction, sequence: sequence)
        #expect(FeedCursor(parsing: cursor.description) == cursor)
        #expect(cursor.description.utf8.count == 36)
    }

    @Test(
        arguments: [
            "", "0", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "1.2.3", "' OR 1=1 --",
            String(repeating: "=", count: 36), String(repeating: "A", count: 100_000), "żółć",
        ]
    )
    func `a made-up text is no place`(text: String) {
        #expect(FeedCursor(parsing: text) == nil)
    }

    @Test func `a text with one character changed is no place`() {
        let text = Array(FeedCursor(token: 7, transaction: 731, sequence: 99).description.utf8)
        for index in text.indices {
            var changed = text
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            guard changed != text else { continue }
            #expect(FeedCursor(parsing: String(decoding: changed, as: UTF8.self)) == nil)
        }
    }

    @Test func `a text with a negative sequence is no place`() {
        // The bytes that a sequence of -1 would have, under a check that is right.
        let whole = FeedCursor(token: 1, transaction: 1, sequence: 1).description
        var bytes = Base64URL.decode(whole) ?? []
        for index in 16..<24 { bytes[index] = 0xFF }
        #expect(FeedCursor(parsing: Base64URL.encode(bytes)) == nil)
    }
}
