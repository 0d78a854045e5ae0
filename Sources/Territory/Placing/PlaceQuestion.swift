package import Formats
package import Geography
package import Reports

/// A question about a place: where it lies, and, if a category is named, who is in charge there.
package struct PlaceQuestion: Sendable {
    package let coordinate: Coordinate
    package let category: Category?
    package let kind: ReportKind?
    package let moment: Timestamp
    /// The sender's answers by the question's code.
    package let answers: [String: [String]]

    package init(
        coordinate: Coordinate,
        category: Category? = nil,
        kind: ReportKind? = nil,
        moment: Timestamp,
        answers: [String: [String]] = [:]
    ) {
        self.coordinate = coordinate
        self.category = category
        self.kind = kind
        self.moment = moment
        self.answers = answers
    }
}

extension City {
    /// The answer to a question as JSON; a place outside the city is an answer too.
    package func answer(to question: PlaceQuestion) throws -> [UInt8] {
        var json = JSONWriter(reserving: 4 << 10)
        json.beginObject()
        if let category = question.category {
            let matter = Matter(
                coordinate: question.coordinate,
                category: category,
                kind: question.kind,
                moment: question.moment,
                answers: question.answers
            )
            if let ruling = try ruling(on: matter) {
                json.key("inside")
                json.bool(true)
                json.members(of: ruling.site)
                json.key("unit")
                json.unitIfAny(ruling.decision.outcome.unit)
                json.key("needs_review")
                json.bool(ruling.decision.needsReview)
                json.key("decision")
                json.decision(ruling.decision)
            } else {
                json.outside(question.coordinate)
            }
        } else if let site = try site(of: question.coordinate, at: question.moment) {
            json.key("inside")
            json.bool(true)
            json.members(of: site)
            json.key("needs_review")
            json.bool(site.isDoubtful)
        } else {
            json.outside(question.coordinate)
        }
        json.key("city_version")
        json.integer(version)
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func outside(_ coordinate: Coordinate) {
        key("inside")
        bool(false)
        key("location")
        place(coordinate)
        key("message")
        localized(City.outsideWords)
    }
}
