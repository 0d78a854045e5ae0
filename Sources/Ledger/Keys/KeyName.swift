/// What a key is called: 1 to 64 of letters, digits, `.`, `_` and `-`, so that it can stand in logs and lists.
package struct KeyName: Hashable, Sendable, CustomStringConvertible {
    /// The name as it was given.
    package let text: String
    package var description: String { text }

    /// Nil if the text cannot be a name.
    package init?(_ text: String) {
        let isWord = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard (1...64).contains(text.utf8.count), isWord else { return nil }
        self.text = text
    }
}
