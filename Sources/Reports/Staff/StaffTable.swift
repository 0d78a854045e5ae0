/// Who may do what, on which cases: the one table of rights.
///
/// A role that a right does not name has it on no case. What is no matter of cases is had on all or on none.
enum StaffTable {
    private static let any = Set(CaseTie.allCases)
    private static let none: Set<CaseTie> = []

    /// On which cases a role has a right.
    static func reach(of right: StaffRight, for role: StaffRole) -> Set<CaseTie> {
        rows[right]?[role] ?? none
    }

    private static let rows: [StaffRight: [StaffRole: Set<CaseTie>]] = [
        .seeCase: [.consultant: any, .dispatcher: [.own, .asked], .coordinator: any, .editor: any],
        .seeContact: [.consultant: any, .dispatcher: [.own], .coordinator: any],
        .note: [.consultant: any, .dispatcher: [.own, .asked], .coordinator: any],
        .tellRuleIsWrong: handling,
        .step: handling,
        .answer: handling,
        .assign: handling,
        .askReporter: handling,
        .askUnit: handling,
        .link: handling,
        .movePin: handling,
        .redact: handling,
        .seeOriginal: handling,
        .hide: handling,
        .export: handling,
        .takeCall: [.consultant: any, .coordinator: any],
        .importReports: [.coordinator: any],
        .editTemplates: [.editor: any],
        .readRuleNotes: [.editor: any, .coordinator: any],
        .manageStaff: [.administrator: any],
        .readAudit: [.administrator: any],
        .ownAccount: Dictionary(uniqueKeysWithValues: StaffRole.allCases.map { ($0, any) }),
    ]

    /// What belongs to handling a case: the own ones for a dispatcher, all for a coordinator.
    private static let handling: [StaffRole: Set<CaseTie>] = [.dispatcher: [.own], .coordinator: any]
}
