import Formats
import Reports

extension RuleConditions {
    private static let selectors = [
        "categories", "groups", "kinds", "zones", "not_zones", "districts", "time", "answers",
    ]

    /// Reads `when`.
    init(_ when: CityDocument) throws(CityDataError) {
        // Anywhere else an unknown member is passed over; here that would make a rule speak for everything.
        for member in when.object.members where !Self.selectors.contains(member.name) && member.name != "note"
        {
            let known = Self.selectors.joined(separator: ", ")
            throw when.error(member.name, "is nothing that a rule can ask for; that is \(known)")
        }
        categories = try Self.texts("categories", of: when)
        groups = try Self.texts("groups", of: when)
        districts = try Self.texts("districts", of: when)
        kinds = try Self.kinds(of: when)
        zones = try Self.zones("zones", of: when)
        excludedZones = try Self.zones("not_zones", of: when)
        time = when.has("time") ? try when.word("time", TimeCondition.init(rawValue:)) : nil
        var answers: [AnswerCondition] = []
        if let given = try when.partIfAny("answers") {
            for question in given.object.members {
                let values = try Self.texts(question.name, of: given)
                guard !values.isEmpty else { throw given.error(question.name, "must be a list of answers") }
                answers.append(AnswerCondition(question: question.name, values: values))
            }
        }
        self.answers = answers
    }

    private static func texts(_ key: String, of when: CityDocument) throws(CityDataError) -> [String] {
        let texts = try when.texts(key)
        guard !when.has(key) || !texts.isEmpty else { throw when.error(key, "must not be empty") }
        return texts
    }

    private static func kinds(of when: CityDocument) throws(CityDataError) -> [ReportKind] {
        var kinds: [ReportKind] = []
        for word in try texts("kinds", of: when) {
            guard let kind = ReportKind(rawValue: word) else {
                throw when.error("kinds", "'\(word)' is not one of the known words")
            }
            kinds.append(kind)
        }
        return kinds
    }

    private static func zones(
        _ key: String,
        of when: CityDocument
    ) throws(CityDataError) -> [ZoneCondition] {
        var zones: [ZoneCondition] = []
        for entry in try when.listIfAny(key) {
            zones.append(
                ZoneCondition(
                    layer: try entry.text("layer"),
                    codes: try texts("codes", of: entry),
                    within: try entry.numberIfAny("within_m", in: 0...5_000)
                )
            )
        }
        guard !when.has(key) || !zones.isEmpty else { throw when.error(key, "must not be empty") }
        return zones
    }
}
