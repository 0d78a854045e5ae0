package import Formats
import Reports

/// A rule that was looked at, and what came of it.
package struct RuleTrace: Sendable {
    package enum Verdict: Sendable, Equatable {
        case matched
        /// The first of its conditions that didn't hold.
        case refused(RuleSelector)
    }

    package let rule: RoutingRule
    package let verdict: Verdict

    /// The verdict in a sentence.
    package func reason(in circumstances: Circumstances) -> LocalizedText {
        switch verdict {
        case .matched: rule.why
        case .refused(let selector): refusal(selector, circumstances)
        }
    }

    private func refusal(_ selector: RuleSelector, _ circumstances: Circumstances) -> LocalizedText {
        switch selector {
        case .validity:
            let day = circumstances.moment.date
            return LocalizedText(
                pl: "Reguła nie obowiązuje w dniu \(day).",
                en: "The rule isn't in force on \(day)."
            )
        case .categories:
            return LocalizedText(
                pl: "Reguła nie dotyczy kategorii „\(circumstances.category.name.pl)”.",
                en: "The rule isn't about the category “\(circumstances.category.name.en)”."
            )
        case .kinds:
            return LocalizedText(
                pl: "Reguła nie dotyczy tego rodzaju zgłoszenia.",
                en: "The rule isn't about this kind of report."
            )
        case .answers:
            return LocalizedText(
                pl: "Zgłaszający nie podał odpowiedzi, której wymaga reguła.",
                en: "The sender didn't give the answer that the rule asks for."
            )
        case .time: return time(circumstances)
        case .districts: return districts(circumstances)
        case .zones: return zones(circumstances)
        case .excludedZones: return excludedZones(circumstances)
        }
    }

    private func time(_ circumstances: Circumstances) -> LocalizedText {
        switch rule.conditions.time {
        case .outsideOfficeHours:
            LocalizedText(pl: "Urzędy są wtedy czynne.", en: "The offices are open at that time.")
        case .holiday:
            LocalizedText(pl: "Ten dzień nie jest świętem.", en: "That day is no holiday.")
        case .notHoliday:
            LocalizedText(pl: "Ten dzień jest świętem.", en: "That day is a holiday.")
        case .officeHours, nil:
            LocalizedText(pl: "Urzędy są wtedy zamknięte.", en: "The offices are closed at that time.")
        }
    }

    private func districts(_ circumstances: Circumstances) -> LocalizedText {
        guard let district = circumstances.site?.district.district else { return RuleTrace.placeless }
        return LocalizedText(
            pl: "Reguła nie obejmuje dzielnicy \(district.code) \(district.name).",
            en: "The rule doesn't cover district \(district.code) \(district.name)."
        )
    }

    private func zones(_ circumstances: Circumstances) -> LocalizedText {
        guard let site = circumstances.site else { return RuleTrace.placeless }
        let meant = site.zones.filter { finding in rule.conditions.zones.contains { $0.means(finding.zone) } }
        guard let nearest = meant.min(by: { $0.distance < $1.distance }) else {
            return LocalizedText(
                pl: "W pobliżu nie ma obszaru, którego dotyczy reguła.",
                en: "No area that the rule is about is near."
            )
        }
        let metres = Int(nearest.distance.rounded())
        return LocalizedText(
            pl: "Najbliższy obszar reguły, \(nearest.zone.name), leży za daleko: \(metres) m.",
            en: "The rule's nearest area, \(nearest.zone.name), is too far away: \(metres) m."
        )
    }

    private func excludedZones(_ circumstances: Circumstances) -> LocalizedText {
        let meant = (circumstances.site?.zones ?? []).filter { finding in
            rule.conditions.excludedZones.contains { $0.means(finding.zone) }
        }
        let name = meant.min { $0.distance < $1.distance }?.zone.name ?? rule.name.pl
        return LocalizedText(
            pl: "Reguła nie obejmuje obszaru \(name).",
            en: "The rule doesn't cover \(name)."
        )
    }

    private static let placeless = LocalizedText(
        pl: "Nie wiadomo, gdzie to jest, a reguła zależy od miejsca.",
        en: "The place isn't known, and the rule depends on it."
    )
}
