import Formats
package import Reports

/// Where a matter lies and who is in charge, with everything that led to it.
package struct Ruling: Sendable {
    package let site: Site
    package let decision: Decision
    /// The version of the city's areas, units and rules.
    package let cityVersion: Int

    /// What a report keeps of it; `unit` is the one to whom the report is given.
    package func placement(unit: Unit) -> Placement {
        Placement(
            coordinate: site.coordinate,
            metres: site.metres,
            district: site.district.district.code,
            unit: unit.code,
            grounds: PlacementGrounds(
                cityVersion: cityVersion,
                rule: decision.rule.id ?? decision.rule.stage,
                why: decision.why,
                needsReview: decision.needsReview,
                facts: facts
            )
        )
    }

    /// What the decision was made of, short enough to stand in every report.
    private var facts: String {
        var json = JSONWriter(reserving: 512)
        json.beginObject()
        json.key("why")
        json.localized(decision.why)
        json.key("district")
        json.finding(site.district)
        json.key("zones")
        json.beginArray()
        for finding in site.zones where finding.contains || !finding.isCertain { json.finding(finding) }
        json.endArray()
        if case .unit(_, let desk?) = decision.outcome {
            json.key("desk")
            json.string(desk.code)
        }
        if !decision.circumstances.answers.isEmpty {
            json.key("answers")
            json.beginObject()
            for (question, values) in decision.circumstances.answers.sorted(by: { $0.key < $1.key }) {
                json.key(question)
                json.beginArray()
                for value in values { json.string(value) }
                json.endArray()
            }
            json.endObject()
        }
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
