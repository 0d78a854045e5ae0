import Reports

/// What the table of steps must say, written down a second time, as a matrix for each kind of report.
///
/// A row is the status that is left, a column the one that is reached. Letters say who may: r the reporter, u the unit,
/// c the contact centre, s the service; another system may whatever anybody may. `!` demands a reason.
enum ExpectedSteps {
    static func text(of kind: ReportKind) -> String {
        switch kind {
        case .intervention: intervention
        case .idea: idea
        case .inquiry: inquiry
        }
    }

    private static let intervention = """
        from          triage assigned in_progress planned waiting resolved not_resolved duplicate out_of_scope rejected reopened withdrawn
        received      cs     ucs      uc          uc      -       -        -            ucs       c            c        -        rc
        triage        -      c        -           -       c       -        -            c         c            c        -        rc
        assigned      uc     -        uc          uc      uc      uc       uc!          uc        c            c        -        rc
        in_progress   uc     uc       -           uc      uc      uc       uc!          uc        c            c        -        rc
        planned       uc     uc       uc          -       uc      uc       uc!          uc        c            c        -        rc
        waiting       uc     ruc      uc          uc      -       uc       uc!          uc        c            c        -        rc
        resolved      -      -        -           -       -       -        -            -         -            -        ruc      -
        not_resolved  -      -        -           -       -       -        -            -         -            -        ruc      -
        duplicate     -      -        -           -       -       -        -            -         -            -        c        -
        out_of_scope  -      -        -           -       -       -        -            -         -            -        c        -
        rejected      -      -        -           -       -       -        -            -         -            -        c        -
        reopened      uc     uc       uc          uc      uc      uc       uc!          uc        c            c        -        rc
        withdrawn     -      -        -           -       -       -        -            -         -            -        -        -
        """

    private static let inquiry = """
        from          triage assigned in_progress waiting resolved not_resolved duplicate out_of_scope rejected reopened withdrawn
        received      cs     ucs      uc          -       -        -            ucs       c            c        -        rc
        triage        -      c        -           c       -        -            c         c            c        -        rc
        assigned      uc     -        uc          uc      uc       uc!          uc        c            c        -        rc
        in_progress   uc     uc       -           uc      uc       uc!          uc        c            c        -        rc
        waiting       uc     ruc      uc          -       uc       uc!          uc        c            c        -        rc
        resolved      -      -        -           -       -        -            -         -            -        ruc      -
        not_resolved  -      -        -           -       -        -            -         -            -        ruc      -
        duplicate     -      -        -           -       -        -            -         -            -        c        -
        out_of_scope  -      -        -           -       -        -            -         -            -        c        -
        rejected      -      -        -           -       -        -            -         -            -        c        -
        reopened      uc     uc       uc          uc      uc       uc!          uc        c            c        -        rc
        withdrawn     -      -        -           -       -        -            -         -            -        -        -
        """

    private static let idea = """
        from          under_review accepted implemented rejected duplicate withdrawn
        received      ucs          -        -           -        ucs       rc
        under_review  -            uc       -           uc!      uc        rc
        accepted      c            -        uc          c!       -         -
        implemented   -            c        -           -        -         -
        rejected      c            -        -           -        -         -
        duplicate     c            -        -           -        -         -
        withdrawn     -            -        -           -        -         -
        """

    /// The cell of a pair, empty where there is no step; nil where the kind has not both statuses.
    static func cell(of kind: ReportKind, _ from: ReportStatus, _ to: ReportStatus) -> String? {
        let rows = text(of: kind).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        guard let row = rows.dropFirst().first(where: { $0[0] == from.rawValue }) else { return nil }
        if to == .received { return "" }
        guard let column = rows[0].firstIndex(of: to.rawValue) else { return nil }
        return row[column] == "-" ? "" : row[column]
    }

    static func letter(of role: ActorRole) -> Character? {
        switch role {
        case .reporter: "r"
        case .unit: "u"
        case .centre: "c"
        case .system: "s"
        case .resident, .importer: nil
        }
    }
}
