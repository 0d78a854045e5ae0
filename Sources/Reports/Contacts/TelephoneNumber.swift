/// A telephone number in the form of E.164: `+48123456789`.
package struct TelephoneNumber: Hashable, Sendable {
    private static let polishDigits = 9
    private static let poland = "48"

    /// A plus and 7 to 15 digits.
    package let text: String

    /// Nil unless it is nine digits of Poland, or a number with its country's code.
    ///
    /// Spaces, hyphens, dots, slashes and brackets are how people write numbers, and say nothing.
    package init?(parsing text: String) {
        var digits = ""
        var isInternational = false
        for character in text.trimmingSpaces.unicodeScalars {
            switch character {
            case "0"..."9": digits.unicodeScalars.append(character)
            case "+" where digits.isEmpty && !isInternational: isInternational = true
            case " ", "\u{A0}", "-", ".", "/", "(", ")": continue
            default: return nil
            }
        }
        if !isInternational, digits.hasPrefix("00") {
            digits.removeFirst(2)
            isInternational = true
        }
        if !isInternational {
            if digits.utf8.count == TelephoneNumber.polishDigits {
                digits = TelephoneNumber.poland + digits
            } else if !digits.hasPrefix(TelephoneNumber.poland)
                || digits.utf8.count != TelephoneNumber.poland.utf8.count + TelephoneNumber.polishDigits
            {
                return nil
            }
        }
        guard (7...15).contains(digits.utf8.count), digits.first != "0" else { return nil }
        self.text = "+" + digits
    }
}
