import Doors
import Formats
import Geography
import HTTP
import Ledger
import Reports
import Territory
import TestSupport

extension FuzzProperty {
    /// Whatever an Open311 client sends as a query or a form is refused, or read as something within bounds.
    package static let geoReport = FuzzProperty("georeport") { bytes in
        guard let city = try? Krakow.city else { return "Kraków can't be read" }
        guard let form = try? Form.parse(bytes) else { return nil }
        return fault(asked: form, in: city) ?? fault(sent: form) ?? fault(told: form)
    }

    private static let now = Timestamp(seconds: 1_782_820_800)
    private static let longestSpan: Int64 = 90 * 86_400 + 1

    private static func fault(asked form: Query, in city: City) -> String? {
        let audience = Audience.everyone(withheld: city.catalogue.withheld)
        guard let query = try? RequestsQuery(parsing: form, for: audience, in: city, now: now) else {
            return nil
        }
        let (page, filter) = (query.page, query.filter)
        guard (1...1_000).contains(page.limit), (0...100_000).contains(page.skipping) else {
            return "a page without bounds"
        }
        guard query.numbers.map({ $0.count <= RequestsQuery.mostNumbers }) ?? true else {
            return "too many ids"
        }
        guard filter.categories.count <= 64 else { return "too many codes" }
        if let circle = filter.near, !(1...20_000).contains(circle.metres) {
            return "a circle without bounds"
        }
        if let from = filter.from, let until = filter.until {
            let span = until.seconds - from.seconds
            if !(0...longestSpan).contains(span) { return "a span of \(span) s" }
        }
        return nil
    }

    private static func fault(sent form: Query) -> String? {
        guard let submission = try? Submission(parsing: form) else { return nil }
        guard !submission.category.isEmpty else { return "a submission about nothing" }
        guard submission.coordinate != nil || submission.address != nil else {
            return "a submission from nowhere"
        }
        guard submission.answers.allSatisfy({ !$0.key.isEmpty && !$0.value.contains("") }) else {
            return "an answer that says nothing"
        }
        if let link = submission.mediaLink, !link.lowercased().hasPrefix("http") {
            return "a link to \(link)"
        }
        return nil
    }

    private static func fault(told form: Query) -> String? {
        guard let update = try? UpdateForm(parsing: form) else { return nil }
        guard (1...PostedUpdate.longestName).contains(update.name.unicodeScalars.count) else {
            return "an update without a name"
        }
        return update.text.map { $0.unicodeScalars.count <= Note.longest } ?? true
            ? nil : "an update too long"
    }
}
