package import Formats

extension Int {
    /// The number as a language writes it: 12,345 in English; 12 345 in Polish, which leaves 1234 together.
    package func grouped(in language: Language) -> String {
        let digits = String(magnitude)
        let (mark, fewest) = language == .pl ? ("\u{A0}", 5) : (",", 4)
        let sign = self < 0 ? "\u{2212}" : ""
        guard digits.count >= fewest else { return sign + digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += mark }
            text.append(digit)
        }
        return sign + text
    }
}
