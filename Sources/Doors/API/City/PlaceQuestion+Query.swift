import Formats
import Geography
import HTTP
import Reports
import Territory

extension PlaceQuestion {
    /// Reads a query, `?lon=&lat=&category=&kind=&at=&answers[land]=`; throws every mistake at once.
    init(_ query: Query, in city: City, now: Timestamp) throws(Problem) {
        var reader = QueryReader(query, repeatable: { $0.hasPrefix("answers[") })
        let place = reader.place()
        let moment = reader.moment("at") ?? now
        let category = reader.text("category").flatMap { code -> Category? in
            if let category = city.catalogue[code] { return category }
            reader.report("category", "unknown", City.unknownCategoryWords)
            return nil
        }
        let kind = reader.text("kind").flatMap { word -> ReportKind? in
            if let kind = ReportKind(rawValue: word) { return kind }
            reader.report("kind", "choice", .kinds)
            return nil
        }
        var answers: [String: [String]] = [:]
        for (name, value) in reader.rest(where: { $0.hasPrefix("answers[") && $0.hasSuffix("]") }) {
            answers[String(name.dropFirst("answers[".count).dropLast()), default: []].append(value)
        }
        for problem in category?.problems(with: answers) ?? [] {
            reader.report("answers[\(problem.question)]", problem.code, problem.detail)
        }
        if category == nil, !answers.isEmpty { reader.report("category", "missing", .answersNeedCategory) }
        if let place, city.looksSwapped(place, at: moment) {
            reader.report("lon", "swapped", City.swappedWords)
        }
        try reader.finish()
        // A place that isn't there was reported above.
        guard let place else { throw .internalError }
        self.init(
            coordinate: place,
            category: category,
            kind: kind,
            moment: moment,
            answers: answers
        )
    }
}

extension LocalizedText {
    fileprivate static let kinds = LocalizedText(
        pl: "Jedno z: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", ")).",
        en: "One of: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    fileprivate static let answersNeedCategory = LocalizedText(
        pl: "Odpowiedzi dotyczą pytań kategorii, więc trzeba ją podać.",
        en: "Answers belong to a category's questions, so it has to be named."
    )
}
