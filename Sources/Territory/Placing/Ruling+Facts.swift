import Formats
import Reports

extension Ruling {
    /// What the decision was made of, as a JSON object short enough to stand in every report.
    ///
    /// Names and texts of rules are left out: the city keeps them under its version for ever.
    var facts: String {
        var json = JSONWriter(reserving: 512)
        json.beginObject()
        json.key("why")
        json.localized(decision.why)
        json.key("district")
        json.finding(site.district)
        json.key("zones")
        json.strings(site.zones.filter(\.contains).map(\.zone.identifier))
        json.key("looked")
        json.verdicts(decision.looked)
        if !decision.steps.isEmpty {
            json.key("steps")
            json.strings(decision.steps.map { "\($0.from) → \($0.to)" })
        }
        if !decision.doubts.isEmpty {
            json.key("doubts")
            json.doubts(decision.doubts)
        }
        if case .unit(_, let desk?) = decision.outcome {
            json.key("desk")
            json.string(desk.code)
        }
        if !decision.circumstances.answers.isEmpty {
            json.key("answers")
            json.answers(decision.circumstances.answers)
        }
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension JSONWriter {
    /// The rules about the category in their order: each with what refused it, or `matched`.
    fileprivate mutating func verdicts(_ traces: [RuleTrace]) {
        beginObject()
        for trace in traces where trace.verdict != .refused(.categories) {
            key(trace.rule.id)
            switch trace.verdict {
            case .matched: string("matched")
            case .refused(let selector): string(selector.rawValue)
            }
        }
        endObject()
    }

    /// Borders that are too near, with who would be in charge on their other side.
    fileprivate mutating func doubts(_ doubts: [Doubt]) {
        beginArray()
        for doubt in doubts {
            beginObject()
            switch doubt.border {
            case .zone(let finding):
                key("zone")
                string(finding.zone.identifier)
            case .district(let candidate):
                key("district")
                string(candidate.district.code)
            }
            key("distance_m")
            number((doubt.distance * 100).rounded() / 100)
            key("otherwise")
            string(doubt.otherwise.party)
            endObject()
        }
        endArray()
    }

    fileprivate mutating func answers(_ answers: [String: [String]]) {
        beginObject()
        for (question, values) in answers.sorted(by: { $0.key < $1.key }) {
            key(question)
            strings(values)
        }
        endObject()
    }
}
