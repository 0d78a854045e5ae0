import Formats
package import Reports

extension RoutingRules {
    /// Reads `routing.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "routing")
        officeHours = try OfficeHours(try document.part("office_hours"))
        var rules: [RoutingRule] = []
        var ids: Set<String> = []
        for entry in try document.list("rules") {
            let rule = try RoutingRule(entry)
            guard ids.insert(rule.id).inserted else {
                throw entry.error("id", "'\(rule.id)' stands there twice")
            }
            if let before = rules.last, rule.stage < before.stage {
                throw entry.error(
                    "stage",
                    "'\(rule.stage.rawValue)' must stand before every '\(before.stage.rawValue)'"
                )
            }
            rules.append(rule)
        }
        self.rules = rules
    }
}

extension RoutingRule {
    fileprivate convenience init(_ entry: CityDocument) throws(CityDataError) {
        let id = try entry.text("id")
        guard RoutingRule.isIdentifier(id) else {
            throw entry.error("id", "must be 1 to 64 of a-z, 0-9 and '-'")
        }
        self.init(
            id: id,
            stage: try entry.word("stage", RoutingStage.init(rawValue:)),
            name: try entry.localized("name"),
            conditions: try RuleConditions(try entry.part("when")),
            consequence: try RuleConsequence(of: entry),
            why: try entry.localized("why"),
            validity: try entry.validity()
        )
    }

    private static func isIdentifier(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"): true
                default: false
                }
            }
    }
}

extension RuleConsequence {
    fileprivate init(of entry: CityDocument) throws(CityDataError) {
        let then = try entry.part("then")
        let kinds = ["unit", "external", "out_of_scope", "emergency"].filter(then.has)
        guard let kind = kinds.first, kinds.count == 1 else {
            throw entry.error(
                "then",
                "must be exactly one of 'unit', 'external', 'out_of_scope' and 'emergency'"
            )
        }
        guard kind == "unit" || !then.has("desk") else { throw then.error("desk", "is for a unit only") }
        switch kind {
        case "unit":
            self = .unit(try then.text("unit"), desk: try then.textIfAny("desk"))
        case "external":
            self = .external(try then.text("external"), advice: try then.localizedIfAny("advice"))
        case "out_of_scope":
            self = .outOfScope(advice: try then.part("out_of_scope").localized("advice"))
        default:
            let emergency = try then.part("emergency")
            self = .emergency(number: try emergency.text("number"), advice: try emergency.localized("advice"))
        }
    }
}
