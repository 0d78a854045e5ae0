import Formats
import Geography
import HTTP
import Ledger
import Reports
import Territory

/// What every list of features can be asked for; the properties come besides.
struct ItemsQuery {
    /// As the standard has it.
    private static let usual = 10
    /// A page of so many takes a tenth of a second and some six megabytes, and it is what GDAL asks for at most.
    static let most = Ledger.featureLimits.upperBound
    /// A page for people.
    static let mostOnPage = 200

    let limit: Int
    let box: DegreeBox?
    let time: AskedTime?
    let cursor: String?

    /// Reads them; `most` are the features of one answer.
    init(reading reader: inout QueryReader, most: Int, in zone: TimeZoneRules) {
        limit = ItemsQuery.limit(&reader, most: most)
        box = reader.degreeBox("bbox")
        cursor = reader.given("cursor")
        var time: AskedTime?
        if let text = reader.given("datetime") {
            time = AskedTime(parsing: text, in: zone)
            if time == nil { reader.report("datetime", "format", AskedTime.expected) }
        }
        self.time = time
    }

    /// What is more than can be had is answered with what can be had, as the standard has it.
    private static func limit(_ reader: inout QueryReader, most: Int) -> Int {
        guard let text = reader.given("limit") else { return usual }
        let digits = text.utf8.drop { $0 == UInt8(ascii: "0") }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            reader.report("limit", "range", .unfitLimit)
            return usual
        }
        guard digits.count < 10, let number = Int(text) else { return most }
        return min(number, most)
    }
}

extension LocalizedText {
    fileprivate static let unfitLimit = LocalizedText(
        pl: "Oczekiwano liczby od 1; najwyżej \(ItemsQuery.most) w jednej odpowiedzi.",
        en: "Expected a number from 1; at most \(ItemsQuery.most) are in one answer."
    )
    static let madeUpPlace = LocalizedText(
        pl: "To nie jest miejsce na liście; weź je z linku next.",
        en: "This is no place in a list; take it from the link 'next'."
    )
}
