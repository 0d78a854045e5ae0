import Formats
import Geography
import HTTP

/// Reads the parameters of a query one by one and collects what is wrong, so that a client learns all at once.
struct QueryReader {
    private static let mostProblems = 16

    private let query: Query
    private let isRepeatable: (String) -> Bool
    private var known: [String] = []
    private var errors: [Problem.FieldError] = []

    /// Begins to read; `isRepeatable` tells the names that may stand there more than once.
    init(_ query: Query, repeatable isRepeatable: @escaping (String) -> Bool = { _ in false }) {
        self.query = query
        self.isRepeatable = isRepeatable
    }

    /// What is wrong with the first parameter that is; nil while all is right.
    var firstProblem: LocalizedText? { errors.first?.detail }

    /// A text; nil if it isn't there or is empty.
    mutating func text(_ name: String) -> String? {
        known.append(name)
        let values = query.all(name)
        if values.count > 1, !isRepeatable(name) { report(name, "repeated", .givenTwice) }
        return values.first.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// All texts of a name that may stand there more than once.
    mutating func all(_ name: String) -> [String] {
        known.append(name)
        return query.all(name)
    }

    /// A text that must be there.
    mutating func required(_ name: String) -> String? {
        let text = text(name)
        if text == nil { report(name, "missing", .missing) }
        return text
    }

    /// A decimal number that must be there.
    mutating func number(_ name: String, in range: ClosedRange<Double>) -> Double? {
        guard let text = required(name) else { return nil }
        guard let value = Double(decimal: text) else {
            report(name, "format", .notANumber)
            return nil
        }
        guard range.contains(value) else {
            report(name, "range", .outOfRange(range))
            return nil
        }
        return value
    }

    /// A decimal number, if it is there.
    mutating func numberIfAny(_ name: String, in range: ClosedRange<Double>) -> Double? {
        text(name) == nil ? nil : number(name, in: range)
    }

    /// A whole number, or the usual one if it isn't there.
    mutating func integer(_ name: String, in range: ClosedRange<Int>, usually usual: Int) -> Int {
        guard let text = text(name) else { return usual }
        guard let value = Double(decimal: text).flatMap({ Int(exactly: $0) }), range.contains(value) else {
            report(name, "range", .outOfRange(Double(range.lowerBound)...Double(range.upperBound)))
            return usual
        }
        return value
    }

    /// A place by `lon` and `lat`, which must both be there.
    mutating func place() -> Coordinate? {
        let longitude = number("lon", in: -180...180)
        let latitude = number("lat", in: -90...90)
        guard let longitude, let latitude else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    /// A place, if either of its numbers is there.
    mutating func placeIfAny() -> Coordinate? {
        known += ["lon", "lat"]
        return query.items.contains { $0.name == "lon" || $0.name == "lat" } ? place() : nil
    }

    /// A moment in RFC 3339, or the noon (UTC) of a day.
    mutating func moment(_ name: String) -> Timestamp? {
        guard let text = text(name) else { return nil }
        if let moment = Timestamp(parsing: text) { return moment }
        if let day = CivilDate(parsing: text) { return day.start.advanced(bySeconds: 12 * 3_600) }
        report(name, "format", .notAMoment)
        return nil
    }

    /// The parameters of other names that fulfil a condition, in their order.
    mutating func rest(where isWanted: (String) -> Bool) -> [(name: String, value: String)] {
        let wanted = query.items.filter { isWanted($0.name) }
        known += wanted.map(\.name)
        return wanted.map { ($0.name, $0.value) }
    }

    mutating func report(_ name: String, _ code: String, _ detail: LocalizedText) {
        guard errors.count < QueryReader.mostProblems else { return }
        errors.append(.init(pointer: String(name.prefix(64)), code: code, detail: detail))
    }

    /// Throws if anything was wrong; a parameter that nobody has asked for is wrong too.
    mutating func finish() throws(Problem) {
        for item in query.items where !known.contains(item.name) {
            report(item.name, "unknown", .unknownParameter(known))
        }
        try finishIgnoringOthers()
    }

    /// Throws if anything was wrong; clients may send what nobody has asked for.
    func finishIgnoringOthers() throws(Problem) {
        guard !errors.isEmpty else { return }
        throw Problem(
            .badRequest,
            code: "invalid-filter",
            title: LocalizedText(pl: "Nieprawidłowe parametry", en: "Invalid parameters"),
            errors: errors
        )
    }
}

extension LocalizedText {
    fileprivate static let missing = LocalizedText(pl: "Brakuje parametru.", en: "The parameter is missing.")
    fileprivate static let givenTwice = LocalizedText(pl: "Podano dwa razy.", en: "It is given twice.")
    fileprivate static let notANumber = LocalizedText(
        pl: "To nie jest liczba dziesiętna, jak 19.9373.",
        en: "This is no decimal number as in 19.9373."
    )
    fileprivate static let notAMoment = LocalizedText(
        pl: "Oczekiwano daty i czasu, jak 2026-06-30T12:00:00Z, albo dnia, jak 2026-06-30.",
        en: "Expected a moment as in 2026-06-30T12:00:00Z, or a day as in 2026-06-30."
    )

    fileprivate static func outOfRange(_ range: ClosedRange<Double>) -> LocalizedText {
        LocalizedText(
            pl: "Dozwolone są liczby od \(Int(range.lowerBound)) do \(Int(range.upperBound)).",
            en: "It may be from \(Int(range.lowerBound)) to \(Int(range.upperBound))."
        )
    }

    fileprivate static func unknownParameter(_ known: [String]) -> LocalizedText {
        let list = Set(known).sorted().joined(separator: ", ")
        return LocalizedText(
            pl: "Nie ma takiego parametru. Są: \(list).",
            en: "There is no such parameter. There are: \(list)."
        )
    }
}
