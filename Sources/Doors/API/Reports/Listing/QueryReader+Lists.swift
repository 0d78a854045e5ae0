import Formats
import Geography
import HTTP
import Territory

extension QueryReader {
    private static let mostValues = 64

    /// A text that stands for something; nil if it isn't there.
    mutating func parsed<Value>(
        _ name: String,
        _ expectation: LocalizedText,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = text(name) else { return nil }
        let value = parse(text)
        if value == nil { report(name, "format", expectation) }
        return value
    }

    /// Words joined by commas, each one of those known; nil if it isn't there.
    mutating func choices(_ name: String, of list: @autoclosure () -> [String]) -> [String]? {
        guard let text = text(name) else { return nil }
        let known = list()
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard words.count <= QueryReader.mostValues, words.allSatisfy(known.contains) else {
            report(name, "choice", .choices(known))
            return nil
        }
        return words
    }

    /// One of some words; nil if it isn't there.
    mutating func choice(_ name: String, of known: [String]) -> String? {
        guard let text = text(name) else { return nil }
        guard known.contains(text) else {
            report(name, "choice", .choices(known))
            return nil
        }
        return text
    }

    /// A box of four numbers: west, south, east, north.
    mutating func bounds(_ name: String) -> Bounds? {
        parsed(name, .unfitBounds) { text in
            let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
                .map { Double(decimal: String($0)) }
            guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
                let north = numbers[3]
            else { return nil }
            return Bounds(west: west, south: south, east: east, north: north)
        }
    }

    /// A moment in RFC 3339, or the beginning of a day by the city's clocks, so many days later.
    mutating func localMoment(_ name: String, in city: City, daysOn days: Int64) -> Timestamp? {
        parsed(name, .unfitMoment) { text in
            if let moment = Timestamp(parsing: text) { return moment }
            return CivilDate(parsing: text).map { day in
                city.timeZone.start(of: CivilDate(daysSince1970: day.daysSince1970 + days))
            }
        }
    }
}

extension LocalizedText {
    fileprivate static let unfitBounds = LocalizedText(
        pl: "Oczekiwano czterech liczb: zachód, południe, wschód, północ, jak 19.9,50.0,20.0,50.1.",
        en: "Expected four numbers: west, south, east, north, as in 19.9,50.0,20.0,50.1."
    )
    fileprivate static let unfitMoment = LocalizedText(
        pl: "Oczekiwano dnia, jak 2026-06-30, albo daty i czasu, jak 2026-06-30T12:00:00Z.",
        en: "Expected a day as in 2026-06-30, or a moment as in 2026-06-30T12:00:00Z."
    )

    fileprivate static func choices(_ known: [String]) -> LocalizedText {
        let list = known.joined(separator: ", ")
        return LocalizedText(pl: "Po przecinku, spośród: \(list).", en: "Joined by commas, out of: \(list).")
    }
}
