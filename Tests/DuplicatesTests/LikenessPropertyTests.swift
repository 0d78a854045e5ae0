import Duplicates
import Reports
import TestSupport
import Testing

/// Whatever strangers write: a number from 0 to 1, in bounded time.
struct LikenessPropertyTests {
    private static let alphabet = Array(
        "aąbcćdeęghijklłmnoópqrsśtuwyzźżABC 0123456789/.,!?-:'\"()[]яїґшщ😀👩‍👩‍👧‍👦שלוםمرحبا\n\t\u{202E}\u{0301}"
    )

    private static func text(_ random: inout SeededGenerator) -> String {
        let length = Int.random(in: 0...400, using: &random)
        return String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
    }

    @Test(arguments: 1...6)
    func `any two texts have a likeness from 0 to 1, the same whoever came first`(_ seed: UInt64) throws {
        let comparer = try Comparing.comparer
        var random = SeededGenerator(seed)
        for _ in 0..<60 {
            let east = Double.random(in: 0...150, using: &random)
            let (one, other) = (Written(Self.text(&random)), Written(Self.text(&random), east: east))
            let likeness = try comparer.likeness(of: other, to: one)
            #expect((0...1).contains(likeness.value))
            let back = try comparer.likeness(of: one, to: other)
            #expect(abs(back.value - likeness.value) < 0.2)
            let again = try comparer.likeness(of: other, to: one)
            #expect(again == likeness)
        }
    }

    @Test(arguments: [
        String(repeating: "a", count: 4_000), String(repeating: "a ", count: 2_000),
        String(repeating: "1 ", count: 2_000), String(repeating: "👩‍👩‍👧‍👦", count: 571),
        String(repeating: "مرحبا بالعالم ", count: 285), String(repeating: "nr 1 ", count: 800),
        String(repeating: "przy ", count: 800), String(repeating: "x1y2 ", count: 800),
        String(repeating: "KR 1AB23 ", count: 444), String(repeating: "\u{0301}", count: 4_000),
        (0..<1_000).map { "w\($0)" }.joined(separator: " "),
    ])
    func `four thousand characters of anything are compared in a blink`(_ text: String) throws {
        let comparer = try Comparing.comparer
        let clock = ContinuousClock()
        let report = try Written(text).compared(by: comparer)
        // A debug build beside other tests is some fifty times slower than what is served.
        let took = clock.measure { for _ in 0..<10 { _ = comparer.likeness(of: report, to: report) } }
        #expect(took < .seconds(2))
        let likeness = comparer.likeness(of: report, to: report)
        #expect((0...1).contains(likeness.value))
    }

    @Test func `nothing at all is like nothing at all only by its place`() throws {
        let comparer = try Comparing.comparer
        let likeness = try comparer.likeness(of: Written(""), to: Written("  \n"))
        #expect(likeness.decision != .same)
        #expect(likeness.evidence[.subject] == 0)
    }
}
