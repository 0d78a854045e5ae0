/// A header's value that cannot end its line: no CR, LF, NUL or other control character, no space at its ends.
///
/// It is the only thing that headers are made of, so no answer of ours can be split (RFC 9110 §5.5).
package struct HeaderValue: Equatable, Sendable {
    /// The value as it is sent.
    package let text: String

    /// Nil if the text cannot be a value, or has more than 8,192 bytes.
    package init?(_ text: String) {
        guard text.utf8.count <= 8_192, HeaderSyntax.isFieldValue(text) else { return nil }
        self.text = text
    }

    /// Takes text that was checked before.
    init(checked text: String) {
        self.text = text
    }

    /// A number in decimal digits.
    package init(_ number: some BinaryInteger) {
        text = String(number)
    }
}

extension HeaderValue: ExpressibleByStringLiteral {
    /// Takes a literal.
    ///
    /// - Precondition: the literal can be a value.
    package init(stringLiteral text: StaticString) {
        let text = text.description
        precondition(HeaderSyntax.isFieldValue(text), "not a header's value")
        self.text = text
    }
}
