import Reports

/// The checks of the codes that rules name: categories, groups, districts, zones, questions and answers.
struct RuleCodeChecks {
    let city: ReadableCity
    let catalogue: CategoryCatalogue
    let rules: RoutingRules

    func run(_ findings: inout [Finding]) {
        let groups = Set(catalogue.groups.map(\.code))
        let districts = Set(city.districts.flatMap { $0.content.map(\.code) })
        for (index, rule) in rules.rules.enumerated() {
            let place = "rules[\(index)] (\(rule.id)).when"
            let conditions = rule.conditions
            for code in conditions.categories where catalogue[code] == nil {
                unknown("category", code, "categories.json", at: "\(place).categories", &findings)
            }
            for code in conditions.groups where !groups.contains(code) {
                unknown("group", code, "categories.json", at: "\(place).groups", &findings)
            }
            // Without readable districts nothing is known about their codes.
            for code in conditions.districts where !districts.isEmpty && !districts.contains(code) {
                unknown("district", code, "districts.geojson", at: "\(place).districts", &findings)
            }
            for (number, zone) in conditions.zones.enumerated() {
                check(zone, at: "\(place).zones[\(number)]", &findings)
            }
            for (number, zone) in conditions.excludedZones.enumerated() {
                check(zone, at: "\(place).not_zones[\(number)]", &findings)
            }
            let meant = catalogue.categories.filter(conditions.mean)
            for answer in conditions.answers {
                check(answer, of: meant, at: "\(place).answers.\(answer.question)", &findings)
            }
        }
    }

    private func unknown(
        _ sort: String,
        _ code: String,
        _ file: String,
        at place: String,
        _ findings: inout [Finding]
    ) {
        findings.add(
            .error,
            in: "routing",
            at: place,
            "there is no \(sort) '\(code)'",
            mend: "name one of \(file)"
        )
    }

    private func check(_ condition: ZoneCondition, at place: String, _ findings: inout [Finding]) {
        let document = "zones/\(condition.layer)"
        guard let editions = city.layers[document], !city.documents[document].isEmpty else {
            unknown("layer", condition.layer, "the files in zones/", at: "\(place).layer", &findings)
            return
        }
        // A layer that can't be read is a finding already.
        guard !editions.isEmpty else { return }
        let zones = editions.flatMap(\.content.zones)
        for code in condition.codes where !zones.contains(where: { $0.code == code }) {
            unknown("zone", code, "\(document).geojson", at: "\(place).codes", &findings)
        }
        let meant = zones.filter(condition.means)
        guard !meant.isEmpty else { return }
        let drawn = condition.codes.isEmpty ? [] : meant.filter { $0.use == .display }.map(\.code)
        if !drawn.isEmpty || meant.allSatisfy({ $0.use == .display }) {
            let codes = drawn.isEmpty ? "the layer's zones are" : "\(drawn.joined(separator: ", ")) is"
            findings.add(
                .error,
                in: "routing",
                at: place,
                "\(codes) only there to be drawn and never routes",
                mend: "leave it out, or give the zone \"use\": \"routing\" if its geometry is good enough"
            )
        }
    }

    private func check(
        _ condition: AnswerCondition,
        of meant: [Category],
        at place: String,
        _ findings: inout [Finding]
    ) {
        let asking = meant.filter { category in category.questions.contains { $0.code == condition.question }
        }
        let silent = meant.filter { category in !asking.contains { $0.code == category.code } }
        guard !asking.isEmpty else {
            findings.add(
                .error,
                in: "routing",
                at: place,
                "none of the rule's categories asks the question '\(condition.question)': it can never match",
                mend: "add the question in categories.json, or mend its code"
            )
            return
        }
        if !silent.isEmpty {
            findings.add(
                .warning,
                in: "routing",
                at: place,
                "is not asked by \(silent.map(\.code).joined(separator: ", ")): for them it can never match",
                mend: "add the question in categories.json, or leave these categories out"
            )
        }
        let questions = asking.flatMap(\.questions).filter { $0.code == condition.question }
        guard questions.allSatisfy(\.form.isChoice) else { return }
        let choices = Set(questions.flatMap { $0.choices.map(\.code) })
        for value in condition.values where !choices.contains(value) {
            unknown("answer", value, "the question's values in categories.json", at: place, &findings)
        }
    }
}
