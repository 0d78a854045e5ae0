import Formats
import Reports
import Testing

struct HandlingWordsTests {
    @Test func `every status, role and reason has names of its own in both languages`() {
        for language in Language.allCases {
            for kind in ReportKind.allCases {
                let names = HandlingTable.standard.statuses(of: kind).map { $0.name(of: kind)[language] }
                #expect(Set(names).count == names.count)
            }
            #expect(Set(ReportStatus.allCases.map { $0.name[language] }).count == ReportStatus.allCases.count)
            #expect(Set(ActorRole.allCases.map { $0.name[language] }).count == ActorRole.allCases.count)
            #expect(
                Set(ClosingReason.allCases.map { $0.name[language] }).count == ClosingReason.allCases.count
            )
        }
    }

    @Test func `every reason serves a kind`() {
        #expect(Set(ReportKind.allCases.flatMap(ClosingReason.all)) == Set(ClosingReason.allCases))
    }

    @Test func `roles and reasons keep the words that databases hold`() {
        #expect(
            ActorRole.allCases.map(\.rawValue)
                == ["reporter", "resident", "unit", "centre", "importer", "system"]
        )
        #expect(
            ClosingReason.allCases.map(\.rawValue) == [
                "not_found", "within_norms", "no_authority", "private_ground", "not_planned", "not_feasible",
                "already_planned", "not_public", "insufficient_data", "other",
            ]
        )
    }

    @Test(
        arguments: [
            (.unknownStatus(.planned, of: .idea), "unknown_status", "'planned'"),
            (.noSuchStep(from: .received, to: .resolved, possible: [.triage]), "no_such_step", "triage"),
            (.noSuchStep(from: .withdrawn, to: .resolved, possible: []), "no_such_step", "'withdrawn'"),
            (.notAllowed(.resident, allowed: [.unit]), "not_allowed", "unit"),
            (.tooLate(days: 14), "too_late", "14"),
            (.reasonMissing(known: [.other]), "reason_missing", "other"),
            (.reasonUnknown("<b>", known: [.other]), "reason_unknown", "other"),
            (.reasonNotTaken, "reason_not_taken", "no reason"),
        ] as [(StepRefused, String, String)]
    )
    func `a refusal has a word for programs and a sentence for people, without what was sent`(
        refusal: StepRefused,
        code: String,
        passage: String
    ) {
        #expect(refusal.code == code)
        #expect(refusal.detail.en.contains(passage) && refusal.detail.en.hasSuffix("."))
        #expect(refusal.detail.pl.hasSuffix(".") && !refusal.detail.pl.contains("<b>"))
        #expect(!refusal.detail.en.contains("<b>"))
    }
}
