import Reports
import Testing

/// The permission matrix, written out: nothing here is worked out from the table that is tested.
struct StaffTableTests {
    /// What a role may do with a right: on its own cases, on those it was asked about, on others.
    struct Row: Sendable, CustomTestStringConvertible {
        let role: StaffRole
        let right: StaffRight
        let own, asked, other: Bool

        init(_ role: StaffRole, _ right: StaffRight, _ own: Bool, _ asked: Bool, _ other: Bool) {
            (self.role, self.right, self.own, self.asked, self.other) = (role, right, own, asked, other)
        }

        var testDescription: String { "\(role.rawValue) \(right.rawValue)" }
    }

    private static let yes = true
    private static let no = false

    static let rows: [Row] = [
        Row(.consultant, .seeCase, yes, yes, yes),
        Row(.consultant, .seeContact, yes, yes, yes),
        Row(.consultant, .note, yes, yes, yes),
        Row(.consultant, .tellRuleIsWrong, no, no, no),
        Row(.consultant, .step, no, no, no),
        Row(.consultant, .answer, no, no, no),
        Row(.consultant, .assign, no, no, no),
        Row(.consultant, .askReporter, no, no, no),
        Row(.consultant, .askUnit, no, no, no),
        Row(.consultant, .link, no, no, no),
        Row(.consultant, .movePin, no, no, no),
        Row(.consultant, .redact, no, no, no),
        Row(.consultant, .seeOriginal, no, no, no),
        Row(.consultant, .hide, no, no, no),
        Row(.consultant, .takeCall, yes, yes, yes),
        Row(.consultant, .importReports, no, no, no),
        Row(.consultant, .export, no, no, no),
        Row(.consultant, .editTemplates, no, no, no),
        Row(.consultant, .readRuleNotes, no, no, no),
        Row(.consultant, .manageStaff, no, no, no),
        Row(.consultant, .readAudit, no, no, no),
        Row(.consultant, .ownAccount, yes, yes, yes),

        Row(.dispatcher, .seeCase, yes, yes, no),
        Row(.dispatcher, .seeContact, yes, no, no),
        Row(.dispatcher, .note, yes, yes, no),
        Row(.dispatcher, .tellRuleIsWrong, yes, no, no),
        Row(.dispatcher, .step, yes, no, no),
        Row(.dispatcher, .answer, yes, no, no),
        Row(.dispatcher, .assign, yes, no, no),
        Row(.dispatcher, .askReporter, yes, no, no),
        Row(.dispatcher, .askUnit, yes, no, no),
        Row(.dispatcher, .link, yes, no, no),
        Row(.dispatcher, .movePin, yes, no, no),
        Row(.dispatcher, .redact, yes, no, no),
        Row(.dispatcher, .seeOriginal, yes, no, no),
        Row(.dispatcher, .hide, yes, no, no),
        Row(.dispatcher, .takeCall, no, no, no),
        Row(.dispatcher, .importReports, no, no, no),
        Row(.dispatcher, .export, yes, no, no),
        Row(.dispatcher, .editTemplates, no, no, no),
        Row(.dispatcher, .readRuleNotes, no, no, no),
        Row(.dispatcher, .manageStaff, no, no, no),
        Row(.dispatcher, .readAudit, no, no, no),
        Row(.dispatcher, .ownAccount, yes, yes, yes),

        Row(.coordinator, .seeCase, yes, yes, yes),
        Row(.coordinator, .seeContact, yes, yes, yes),
        Row(.coordinator, .note, yes, yes, yes),
        Row(.coordinator, .tellRuleIsWrong, yes, yes, yes),
        Row(.coordinator, .step, yes, yes, yes),
        Row(.coordinator, .answer, yes, yes, yes),
        Row(.coordinator, .assign, yes, yes, yes),
        Row(.coordinator, .askReporter, yes, yes, yes),
        Row(.coordinator, .askUnit, yes, yes, yes),
        Row(.coordinator, .link, yes, yes, yes),
        Row(.coordinator, .movePin, yes, yes, yes),
        Row(.coordinator, .redact, yes, yes, yes),
        Row(.coordinator, .seeOriginal, yes, yes, yes),
        Row(.coordinator, .hide, yes, yes, yes),
        Row(.coordinator, .takeCall, yes, yes, yes),
        Row(.coordinator, .importReports, yes, yes, yes),
        Row(.coordinator, .export, yes, yes, yes),
        Row(.coordinator, .editTemplates, no, no, no),
        Row(.coordinator, .readRuleNotes, yes, yes, yes),
        Row(.coordinator, .manageStaff, no, no, no),
        Row(.coordinator, .readAudit, no, no, no),
        Row(.coordinator, .ownAccount, yes, yes, yes),

        Row(.editor, .seeCase, yes, yes, yes),
        Row(.editor, .seeContact, no, no, no),
        Row(.editor, .note, no, no, no),
        Row(.editor, .tellRuleIsWrong, no, no, no),
        Row(.editor, .step, no, no, no),
        Row(.editor, .answer, no, no, no),
        Row(.editor, .assign, no, no, no),
        Row(.editor, .askReporter, no, no, no),
        Row(.editor, .askUnit, no, no, no),
        Row(.editor, .link, no, no, no),
        Row(.editor, .movePin, no, no, no),
        Row(.editor, .redact, no, no, no),
        Row(.editor, .seeOriginal, no, no, no),
        Row(.editor, .hide, no, no, no),
        Row(.editor, .takeCall, no, no, no),
        Row(.editor, .importReports, no, no, no),
        Row(.editor, .export, no, no, no),
        Row(.editor, .editTemplates, yes, yes, yes),
        Row(.editor, .readRuleNotes, yes, yes, yes),
        Row(.editor, .manageStaff, no, no, no),
        Row(.editor, .readAudit, no, no, no),
        Row(.editor, .ownAccount, yes, yes, yes),

        Row(.administrator, .seeCase, no, no, no),
        Row(.administrator, .seeContact, no, no, no),
        Row(.administrator, .note, no, no, no),
        Row(.administrator, .tellRuleIsWrong, no, no, no),
        Row(.administrator, .step, no, no, no),
        Row(.administrator, .answer, no, no, no),
        Row(.administrator, .assign, no, no, no),
        Row(.administrator, .askReporter, no, no, no),
        Row(.administrator, .askUnit, no, no, no),
        Row(.administrator, .link, no, no, no),
        Row(.administrator, .movePin, no, no, no),
        Row(.administrator, .redact, no, no, no),
        Row(.administrator, .seeOriginal, no, no, no),
        Row(.administrator, .hide, no, no, no),
        Row(.administrator, .takeCall, no, no, no),
        Row(.administrator, .importReports, no, no, no),
        Row(.administrator, .export, no, no, no),
        Row(.administrator, .editTemplates, no, no, no),
        Row(.administrator, .readRuleNotes, no, no, no),
        Row(.administrator, .manageStaff, yes, yes, yes),
        Row(.administrator, .readAudit, yes, yes, yes),
        Row(.administrator, .ownAccount, yes, yes, yes),
    ]

    @Test(arguments: rows)
    func `a role may do what is written here, and nothing else`(row: Row) throws {
        let staff = try #require(Staff(row.role, unit: row.role == .dispatcher ? "ZDMK" : nil))
        #expect(staff.may(row.right, on: .own) == row.own)
        #expect(staff.may(row.right, on: .asked) == row.asked)
        #expect(staff.may(row.right, on: .other) == row.other)
        #expect(staff.may(row.right) == (row.own || row.asked || row.other))
    }

    @Test func `every role and right is written here once`() {
        let named = StaffTableTests.rows.map { "\($0.role) \($0.right)" }
        let all = StaffRole.allCases.flatMap { role in StaffRight.allCases.map { "\(role) \($0)" } }
        #expect(named.sorted() == all.sorted())
    }

    @Test func `a dispatcher has a unit, and nobody else has`() {
        for role in StaffRole.allCases {
            #expect((Staff(role) != nil) == (role != .dispatcher))
            #expect((Staff(role, unit: "ZDMK") != nil) == (role == .dispatcher))
        }
    }

    @Test func `a case is the unit's own, one it was asked about, or neither`() throws {
        let roads = try #require(Staff(.dispatcher, unit: "ZDMK"))
        #expect(roads.tie(toCaseOf: "ZDMK", asked: []) == .own)
        #expect(roads.tie(toCaseOf: "ZDMK", asked: ["ZDMK"]) == .own)
        #expect(roads.tie(toCaseOf: "MPO", asked: ["ZZM", "ZDMK"]) == .asked)
        #expect(roads.tie(toCaseOf: "MPO", asked: ["ZZM"]) == .other)
        #expect(roads.tie(toCaseOf: nil, asked: []) == .other)
        let coordinator = try #require(Staff(.coordinator))
        #expect(coordinator.tie(toCaseOf: "ZDMK", asked: ["ZDMK"]) == .other)
        #expect(coordinator.tie(toCaseOf: nil, asked: []) == .other)
    }
}
