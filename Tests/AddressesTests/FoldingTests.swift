import Formats
import TestSupport
import Testing

@testable import Addresses

struct FoldingTests {
    @Test(arguments: [
        ("Zażółć gęślą JAŹŃ", ["zazolc", "gesla", "jazn"]), ("Długa", ["dluga"]), ("ŁÓDŹ", ["lodz"]),
        ("Z\u{307}o\u{301}łw", ["zolw"]), ("Straße", ["strasse"]), ("STRAẞE", ["strasse"]),
        ("Ærø œuvre", ["aero", "oeuvre"]), ("Ŕåñķëđ", ["ranked"]),
        ("Þingvellir Ðjúp", ["thingvellir", "djup"]),
        ("İzmir ıssız", ["izmir", "issiz"]), ("Nguyễn Huệ", ["nguyen", "hue"]), ("Вулиця", ["вулиця"]),
        ("Bema-Józefa", ["bema", "jozefa"]), ("12A/3", ["12a/3"]), ("a/b 1/ /2", ["a", "b", "1", "2"]),
        ("50%_\\'\"", ["50"]), ("  ,;.! ", []), ("", []), ("🌳 Park", ["park"]),
    ])
    func `text is folded to plain words`(text: String, words: [String]) {
        #expect(FoldedText.words(of: text) == words)
    }

    @Test(arguments: [
        ("ul. Długa", "", "dluga"), ("Ulica Długa", "", "dluga"), ("Długa", nil, "dluga"),
        ("al. Pokoju", "al", "pokoju"), ("Aleja Pokoju", "al", "pokoju"), ("os. Piastów", "os", "piastow"),
        ("Osiedle Piastów", "os", "piastow"), ("pl. Wolnica", "pl", "wolnica"),
        ("plac Wolnica", "pl", "wolnica"),
        ("ul. św. Anny", "", "sw anny"), ("Świętej Anny", nil, "sw anny"), ("św. Anny", nil, "sw anny"),
        ("al. 3 Maja", "al", "3 maja"), ("plac", nil, "plac"), ("pl", nil, "pl"),
        ("Plac na Groblach", "pl", "na groblach"),
        ("Rondo Mogilskie", nil, "rondo mogilskie"), ("ul. Generała Andersa", "", "gen andersa"),
    ])
    func `the kind of way stands apart and titles are short`(text: String, way: String?, name: String) {
        let street = FoldedStreet(text)
        #expect(street.way == way && street.name == name)
    }

    @Test(arguments: [
        ("12", 12, "12"), ("12a", 12, "12a"), ("12A/3", 12, "12a/3"), ("12 A", 12, "12a"), ("7/9", 7, "7/9"),
    ])
    func `a house number is recognised`(text: String, house: Int, folded: String) {
        let number = HouseNumber(text)
        #expect(number?.house == house && number?.text == folded)
    }

    @Test(arguments: ["", "a", "12345", "12ab", "12//3", "12/3/4/5", "bez numeru", "12 12", "٣"])
    func `what is no house number is none`(text: String) {
        #expect(HouseNumber(text) == nil)
    }
}

struct AddressQueryTests {
    @Test(arguments: [
        ("Długa 12", "dluga", "12"), ("dluga 12 a", "dluga", "12a"), ("ul. Długa 12A/3", "dluga", "12a/3"),
        ("al. 3 Maja 5", "3 maja", "5"), ("3 Maja", "3 maja", nil), ("al. 3 Maja", "3 maja", nil),
        ("Długa 12 m. 7", "dluga", "12"), ("Długa 12 lok 7", "dluga", "12"), ("św. Anny 2", "sw anny", "2"),
        ("12", "12", nil), ("Długa", "dluga", nil), ("Kopiec Kościuszki", "kopiec kosciuszki", nil),
        ("Długa 12, 31-147 Kraków", "dluga", "12"), ("Długa 12 Kraków", "dluga", "12"),
        ("Kraków, Długa 12", "dluga", "12"), ("Kraków", "krakow", nil), ("Długa 5, kraków", "dluga", "5"),
    ])
    func `the likeliest reading tells the street from the house`(
        text: String,
        street: String,
        number: String?
    ) {
        let reading = AddressQuery(text, in: "Kraków")?.readings.first
        #expect(reading?.street.name == street)
        #expect(reading?.number?.text == number)
    }

    @Test(arguments: [
        ("12 Długa", ["12 dluga", "dluga 12"]), ("Szkoła nr 5", ["szkola nr 5", "szkola nr 5"]),
        ("3 Maja", ["3 maja", "maja 3"]), ("Długa", ["dluga"]),
    ])
    func `other readings are kept`(text: String, readings: [String]) {
        let found = AddressQuery(text)?.readings.map {
            "\($0.street.name)\($0.number.map { " " + $0.text } ?? "")"
        }
        #expect(found == readings)
    }

    @Test(arguments: [
        "", "   ", "%%%", "'--", String(repeating: "a", count: 201), String(repeating: "a ", count: 20),
    ])
    func `nothing and too much are refused`(text: String) {
        #expect(AddressQuery(text) == nil)
    }

    @Test func `no text makes it trap, and no word holds a pattern`() {
        var random = SeededGenerator(7)
        let scalars: [Unicode.Scalar] = Array("aąŁ1 9/.,-%_\\'\"mM\u{301}\u{0}🌳ﬁⅣ²½Ⅻ".unicodeScalars)
        for _ in 0..<5_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "x")
            }
            guard let query = AddressQuery(text, in: "Kraków") else { continue }
            #expect(!query.readings.isEmpty)
            for reading in query.readings {
                #expect(!reading.street.name.isEmpty)
                #expect(!reading.street.name.contains(where: { "%_\\'\"".contains($0) }))
            }
        }
    }
}
