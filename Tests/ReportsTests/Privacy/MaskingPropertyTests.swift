import Reports
import TestSupport
import Testing

struct MaskingPropertyTests {
    private static let pieces = [
        " ", " ", " ", "-", ".", ",", "/", "(", ")", "+", "@", "\n", ":", "_", "[", "]", "(at)", "małpa",
        " kropka ",
        "jan", "example.org", "a", "KR", "kr", "KRA", "K1", "ABC", "PL", "po", "tel", "tel.", "nr rej",
        "lini", "Ł",
        "0", "00", "48", "12", "50", "19", "345", "500", "600", "700", "1234", "12345", "500600700",
        "00210100004",
        "1AB23", "4521C", "[tel.]", "[e-mail]", "[nr rej.]", "\u{200B}", "٣", "👍",
    ]

    private func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...24, using: &random))
            .compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `masking twice changes nothing`(seed: UInt64) {
        var random = SeededGenerator(seed)
        for _ in 0..<1_000 {
            let text = text(&random)
            let once = Masking.masked(text)
            let twice = Masking.masked(once)
            #expect(once == twice, "\(text.debugDescription)")
            if once != twice { return }
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `what is hidden stays hidden among ordinary words`(seed: UInt64) {
        var random = SeededGenerator(seed)
        let words = [
            "Dziura", "przy", "ul.", "Długiej", "obok", "sklepu,", "proszę", "o", "pilną", "naprawę.", "i",
        ]
        let data = [
            "500 600 700", "+48 601-602-603", "12 616 55 55", "jan@example.org", "00210100004", "KR 1AB23",
        ]
        for _ in 0..<500 {
            var parts = (0..<12).compactMap { _ in words.randomElement(using: &random) }
            let hidden = data.randomElement(using: &random) ?? ""
            for _ in 0..<3 { parts.insert(hidden, at: .random(in: 1..<parts.count, using: &random)) }
            let masked = Masking.masked(parts.joined(separator: " "))
            #expect(!masked.contains(hidden))
            #expect(masked.count { $0 == "[" } == 3, "\(masked)")
            #expect(!masked.contains { $0.isNumber }, "\(masked)")
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "@", "a@", "a@a", "(at)", "a(at)a", "@a.", "1", "1 ", "12 345 ", "+", "+1", "0", "00 ", "a", "K",
            "KR ", "KR1",
            "KR 1", "K1 ", "małpa ", "(", "((at", "[tel.]", "tel ", "1.", "1-", "500 600 ", "50.", "\u{200B}",
            "ą",
            "٣ ", "rej KR ", "a.b", "PL11 1111 ",
        ]
    )
    func `a text of 50,000 characters is as easy as its size`(piece: String) {
        // Whatever grows with the square of the size would take long minutes.
        let text = String(repeating: piece, count: 50_000 / piece.unicodeScalars.count)
        let masked = Masking.masked(text)
        #expect(masked.unicodeScalars.count <= 2 * text.unicodeScalars.count)
    }
}
