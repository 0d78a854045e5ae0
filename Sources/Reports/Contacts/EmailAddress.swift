/// An address to which a message can be sent, as people write it: `name@example.org`.
///
/// Whether somebody reads there only a message can tell, so no more is asked than what every address has.
package struct EmailAddress: Hashable, Sendable {
    private static let longestName = 64
    private static let longestLabel = 63

    /// The address, without spaces around it and with its domain in small letters.
    package let text: String

    /// Nil unless there is a name, an `@` and a domain of two labels or more.
    package init?(parsing text: String) {
        let trimmed = String(text.trimmingSpaces)
        guard trimmed.unicodeScalars.count <= Contact.Longest.email, let at = trimmed.lastIndex(of: "@")
        else {
            return nil
        }
        let name = trimmed[..<at]
        let domain = trimmed[trimmed.index(after: at)...].lowercased()
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...EmailAddress.longestName).contains(name.utf8.count), name.first != ".", name.last != ".",
            name.unicodeScalars.allSatisfy(EmailAddress.standsInName), labels.count >= 2,
            labels.allSatisfy(EmailAddress.isLabel)
        else { return nil }
        self.text = "\(name)@\(domain)"
    }

    private static func standsInName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "@", "\"", "(", ")", "<", ">", "[", "]", ",", ";", ":", "\\": false
        default: scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
        }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...longestLabel).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.unicodeScalars.allSatisfy { scalar in
                scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
            }
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmingSpaces: Substring {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
