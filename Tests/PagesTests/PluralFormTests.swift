import Formats
import Testing

@testable import Pages

struct PluralFormTests {
    @Test(arguments: [
        (0, "zgłoszeń"), (1, "zgłoszenie"), (2, "zgłoszenia"), (4, "zgłoszenia"), (5, "zgłoszeń"),
        (11, "zgłoszeń"),
        (12, "zgłoszeń"), (14, "zgłoszeń"), (21, "zgłoszeń"), (22, "zgłoszenia"), (25, "zgłoszeń"),
        (101, "zgłoszeń"),
        (112, "zgłoszeń"), (122, "zgłoszenia"), (1_000, "zgłoszeń"), (1_000_003, "zgłoszenia"),
    ])
    func `Polish counts take three forms`(count: Int, noun: String) {
        let forms: [PluralForm: String] = [.one: "zgłoszenie", .few: "zgłoszenia", .many: "zgłoszeń"]
        #expect(forms[PluralForm(count, in: .pl)] == noun)
    }

    @Test(arguments: [
        (0, PluralForm.other), (1, .one), (2, .other), (11, .other), (21, .other), (101, .other),
    ])
    func `English counts take two`(count: Int, form: PluralForm) {
        #expect(PluralForm(count, in: .en) == form)
    }

    @Test func `every count has a form that its language must have`() {
        for language in Language.allCases {
            let known = PluralForm.all(in: language)
            #expect((-3...2_000).allSatisfy { known.contains(PluralForm($0, in: language)) })
            #expect(known.contains(PluralForm(.max, in: language)))
            #expect(known.contains(PluralForm(.min, in: language)))
        }
    }

    @Test(arguments: [
        (7, "7", "7"), (999, "999", "999"), (1_234, "1234", "1,234"), (12_345, "12\u{A0}345", "12,345"),
        (1_234_567, "1\u{A0}234\u{A0}567", "1,234,567"), (-12_345, "\u{2212}12\u{A0}345", "\u{2212}12,345"),
    ])
    func `numbers are grouped as the language does`(number: Int, polish: String, english: String) {
        #expect(number.grouped(in: .pl) == polish)
        #expect(number.grouped(in: .en) == english)
    }
}
