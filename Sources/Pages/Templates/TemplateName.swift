/// A name in a template, perhaps of something within something: `report.number`.
struct TemplateName: Sendable, Equatable {
    let parts: [String]

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ TemplateName.isName($0) }) else { return nil }
        self.parts = parts.map { String($0) }
    }

    var description: String { parts.joined(separator: ".") }

    /// Whether a text is letters, digits and underlines, and some of them.
    static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
