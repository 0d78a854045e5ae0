import Formats
import TestSupport
import Testing

@testable import Reports

struct DangerWordsTests {
    private func words(_ phrases: String, except: String = "", before: String = "", after: String = "") throws
        -> DangerWords
    {
        let list = { (text: String) in
            "[" + text.split(separator: ";").map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
        let text =
            #"{"entries":[{"numbers":["112"],"advice":{"pl":"a","en":"b"},"phrases":\#(list(phrases)),"#
            + #""except":\#(list(except))}],"passing":{"before":\#(list(before)),"after":\#(list(after))}}"#
        return try DangerWords(parsing: Array(text.utf8))
    }

    @Test(arguments: [
        ("ogień", "OGIEN!", true), ("ogień", "ogienek", false), ("ogi*", "ognisko", false),
        ("ogn*", "ognisko", true),
        ("pożar~", "pozra", true), ("pożar~", "porzar", true), ("pożar~", "pożary", true),
        ("pożar~", "poza", false),
        ("pożar~", "tozar", false), ("pożar~", "pozerc", false), ("a .. b", "a b", true),
        ("a .. b", "a x y z b", true),
        ("a .. b", "a w x y z b", false), ("a .. b", "a. b", true), ("aa .. b", "aa. b", false),
        ("aa .. b", "aa, b", true),
        ("aa .. b", "aa\nb", false), ("x|y z", "y z", true), ("x|y z", "x y", false),
        ("пожежа", "ПОЖЕЖА", true),
        ("a .. b .. c", "a a a b b c", true),
    ])
    func `a phrase is compared as it is written`(phrase: String, text: String, isFound: Bool) throws {
        #expect(try (words(phrase).finding(in: text) != nil) == isFound)
    }

    @Test func `what touches a phrase or stands around it makes it a mention in passing`() throws {
        let words = try words("aaa bbb", except: "bbb ccc;zzz", before: "xx;yy ..", after: "tt")
        let found = { words.finding(in: $0) != nil }
        #expect(
            found("aaa bbb") && found("aaa bbb ddd ccc") && found("zzz ddd aaa bbb") && found("xx dd aaa bbb")
        )
        #expect(!found("aaa bbb ccc") && !found("zzz aaa bbb") && !found("aaa bbb zzz"))
        #expect(!found("xx aaa bbb") && !found("yy aaa bbb") && !found("yy 1 2 3 4 5 aaa bbb"))
        #expect(found("yy 1 2 3 4 5 6 aaa bbb") && found("yy! aaa bbb") && found("aaa bbb! tt"))
        #expect(!found("aaa bbb 1 2 tt") && found("aaa bbb 1 2 3 4 5 6 tt"))
    }

    @Test(arguments: [
        "", "..", "a ..", ".. a", "a .. .. b", "a .. b .. c .. d", "*", "ab*", "abcd~", "a||b", "b'c", "a|",
    ])
    func `what is no phrase is refused with its place`(phrase: String) {
        let error = #expect(throws: CityDataError.self) { try words("ok;\(phrase.isEmpty ? " " : phrase)") }
        #expect(error?.description.hasPrefix("danger, entries[0].phrases[1]: '") == true)
    }

    @Test func `a city without words finds nothing`() {
        #expect(DangerWords.none.finding(in: "pożar") == nil)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "pożar ", "po pożar ", "leży na ", "a ", "drzewo ", "grozi ", "\u{301}", "ł", "żeby nie ",
        ]
    )
    func `a text of 20,000 characters is as easy as its size`(piece: String) throws {
        let shipped = try DangerWords(parsing: try Shipped.file("danger.json"))
        _ = shipped.finding(in: String(repeating: piece, count: 20_000 / piece.unicodeScalars.count))
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `any text is read to its end`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let shipped = try DangerWords(parsing: try Shipped.file("danger.json"))
        let pieces = [
            "pożar", "po", "pali", "się", "dom", ".", "!", " ", " ", "\n", "żeby", "nie", "leży", "w", "е",
            "👍", "1",
        ]
        for _ in 0..<100 {
            let text = (0..<30).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let finding = shipped.finding(in: text)
            #expect(finding == shipped.finding(in: text.uppercased()))
        }
    }
}
