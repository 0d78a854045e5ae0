/// Hides in a stranger's words what points to a person: addresses of e-mail, telephone numbers, PESEL, plates.
///
/// It rather hides a number too many than a person's too few. Masking twice changes nothing; it takes time in
/// proportion to the text.
package enum Masking {
    /// Nothing found so far needed more than three.
    private static let rounds = 4

    /// The text with a readable word in brackets for each thing that was found.
    package static func masked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var hidden = scalars
        // What one kind hides may uncover what another had left: the degrees of a coordinate in a plate's end.
        for _ in 0..<rounds {
            let more = PlateMask.apply(to: NumberMask.apply(to: EmailMask.apply(to: hidden)))
            guard more != hidden else { break }
            hidden = more
        }
        guard hidden != scalars else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: hidden)
        return String(view)
    }
}

extension Masking {
    /// Who writes of more vehicles than this is not asked for the rest.
    private static let mostPlates = 4

    /// The plates of vehicles in a text, in capitals and without what stands between their parts.
    ///
    /// They are masked for everybody; whoever compares them must not show them.
    package static func plates(in text: String) -> [String] {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        let scalars = NumberMask.apply(to: EmailMask.apply(to: Array(text.unicodeScalars)))
        var found: [ArraySlice<Unicode.Scalar>] = []
        _ = PlateMask.apply(to: scalars, finding: &found)
        return found.prefix(mostPlates).map { plate in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: plate.filter { $0.isLetter || $0.digit != nil })
            return String(view).uppercased()
        }
    }
}

/// The words that stand for what was hidden, the same in every language.
enum Mask: String, CaseIterable {
    case email = "[e-mail]"
    case telephone = "[tel.]"
    case pesel = "[PESEL]"
    case account = "[nr konta]"
    /// A long number of which nobody knows what it is.
    case number = "[nr]"
    case plate = "[nr rej.]"
}

extension [Unicode.Scalar] {
    mutating func append(_ mask: Mask) {
        append(contentsOf: mask.rawValue.unicodeScalars)
    }

    /// Up to three words before the end, the last first, in small letters; none of them stands behind a digit or a mask.
    ///
    /// Masks are no words here, or a second masking would read more into them than the first did.
    var lastWords: [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var left = 40
        for scalar in reversed() {
            left -= 1
            if scalar.isLetter {
                word.append(scalar)
                if left > 0 { continue }
            }
            if !word.isEmpty {
                words.append(String(String.UnicodeScalarView(word.reversed())).lowercased())
                word = String.UnicodeScalarView()
            }
            if words.count == 3 || left <= 0 || scalar == "]" || scalar == "\n" || scalar.digit != nil {
                return words
            }
        }
        if !word.isEmpty { words.append(String(String.UnicodeScalarView(word.reversed())).lowercased()) }
        return words
    }
}
