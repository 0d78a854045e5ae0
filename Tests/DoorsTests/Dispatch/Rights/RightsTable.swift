import Testing

/// Who may do what at `/dispatch/`, as the city's rules have it, written down apart from the service's own table.
///
/// One line says what is sent, what it would do, and what each gets for it: the consultant (c); the dispatcher of ZDMK for
/// a case of the own unit (o), one about which ZDMK was asked (a), and one of ZZM with which it has nothing to do (x); the
/// coordinator (k), the editor (e), the administrator (n), and whoever has not signed in (-). Everybody's line is tried
/// on all three cases; where their outcomes differ there are three, too.
///
/// | sign | what is answered | what happens |
/// |---|---|---|
/// | `+` | a page, or the way back to one | it is shown, or done |
/// | `~` | a page | it is not shown, or not done |
/// | `-` | 403 | nothing |
/// | `0` | 404, as if there were no such case | nothing |
/// | `=` | 409: it makes no sense for this case | nothing |
/// | `>` | the way to sign in | nothing |
/// | `!` | 401, as a program is told | nothing |
///
/// Names in braces are filled in by `RightsStage`. What is to happen is the kind of the report's event, or a word
/// that `RightsTrace` knows; behind `GET` it is what the answer holds.
enum RightsTable {
    static let text = """
        what is sent                                                    | what happens | c | o a x | k | e | n | -
        GET /dispatch/?status=all&sort=newest                           | {number}     | + | + + ~ | + | + | ~ | >
        GET /dispatch/?q={word}                                         | {number}     | + | + + ~ | + | + | ~ | >
        GET /dispatch/reports/{number}                                  | {number}     | + | + + 0 | + | + | - | >
        GET /dispatch/reports/{number}                                  | {original}   | ~ | + ~ 0 | + | ~ | - | >
        POST /dispatch/reports/{number}/contact                         | look         | + | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/step status=in_progress         | status       | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{handled}/ask-reporter note=Gdzie?       | status       | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/holder holder={coordinator}     | assigned     | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/unit unit=MPK                   | handed       | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/ask unit=MPK&note=Wasze?        | asked        | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/answer unit=MPO&note=Nie        | answered     | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/answer unit=ZDMK&note=Nie       | answered     | - | = + 0 | = + = | - | - | >
        POST /dispatch/reports/{number}/note note=Widziane              | note         | + | + + 0 | + | - | - | >
        POST /dispatch/reports/{number}/note note=Widziane&public=1     | note         | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/visibility hidden=1             | hidden       | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/place lon=19.938&lat=50.062     | moved        | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/words description=Dziura        | redacted     | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/rule note={word}                | rule note    | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/undo change={change}            | undone       | - | + - 0 | + | - | - | >
        GET /dispatch/reports/{number}/editing                          |              | + | + + 0 | + | + | - | !
        POST /dispatch/reports/{number}/editing                         | editing      | + | + + 0 | + | + | - | !
        GET /dispatch/reports/{number}/photos/{photo}/cover             | {number}     | - | + - 0 | + | - | - | >
        GET /dispatch/reports/{number}/photos/{photo}/320.jpg           |              | + | + + 0 | + | + | - | >
        POST /dispatch/reports/{number}/photos/{photo}/cover left=1&top=1&width=9&height=9 | redacted | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/photos/{covered}/uncover        | redacted     | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/photos/{covered}/original       | original     | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{number}/link leader={leader}            | linked       | - | + - 0 | + | - | - | >
        POST /dispatch/reports/{linked}/unlink                          | unlinked     | - | + - 0 | + | - | - | >
        POST /dispatch/act number={number}&action=step:in_progress      | status       | - | + ~ ~ | + | - | - | >
        POST /dispatch/act number={number}&action=assign:me             | assigned     | - | + ~ ~ | + | - | - | >
        POST /dispatch/act number={number}&action=unit:MPK              | handed       | - | + ~ ~ | + | - | - | >
        POST /dispatch/undo change={change}                             | undone       | - | + = = | + | - | - | >
        GET /dispatch/export.csv?q={word}                               | {number}     | - | + ~ ~ | + | - | - | >
        GET /dispatch/export.geojson?q={word}                           | {number}     | - | + ~ ~ | + | - | - | >
        GET /dispatch/editing                                           |              | + | + + + | + | + | - | !
        GET /dispatch/events                                            |              | + | + + + | + | + | - | !
        GET /dispatch/tiles/reports/14/9100/5551.geojson                |              | + | + + + | + | + | - | !
        GET /dispatch/tiles/reports/14/9100/5551.mvt                    |              | + | + + + | + | + | - | !
        GET /dispatch/tiles/unit/14/9100/5551.geojson                   |              | + | + + + | + | + | - | !
        GET /dispatch/tiles/unit/14/9100/5551.mvt                       |              | + | + + + | + | + | - | !
        POST /dispatch/views?due=late name={word}                       | view         | + | + + + | + | + | - | >
        POST /dispatch/views/remove id={view}                           | view         | + | + + + | + | + | - | >
        GET /dispatch/import                                            |              | - | - - - | + | - | - | >
        POST /dispatch/import file={word}                               | imported     | - | - - - | + | - | - | >
        GET /dispatch/call                                              |              | + | -     | + | - | - | >
        POST /dispatch/call without_report=1&seconds={serial}           | call         | + | -     | + | - | - | >
        GET /dispatch/templates                                         |              | - | -     | - | + | - | >
        GET /dispatch/templates/new                                     |              | - | -     | - | + | - | >
        POST /dispatch/templates/new name={word}&text_pl=a&text_en=b    | template     | - | -     | - | + | - | >
        GET /dispatch/templates/{template}                              | {word}       | - | -     | - | + | - | >
        POST /dispatch/templates/{template} name={word}&text_pl=a&text_en=b&version=1 | template | - | - | - | + | - | >
        POST /dispatch/templates/{template}/remove                      | template     | - | -     | - | + | - | >
        GET /dispatch/rules                                             |              | - | -     | + | + | - | >
        POST /dispatch/rules/{told} settled=1                           | rule note    | - | -     | + | + | - | >
        GET /dispatch/account                                           |              | + | + + + | + | + | + | >
        POST /dispatch/account name=Inna&language=pl                    | own          | + | + + + | + | + | + | >
        POST /dispatch/account/sessions/{session}/end                   | own          | + | + + + | + | + | + | >
        POST /dispatch/account/sessions/end                             | own          | + | + + + | + | + | + | >
        POST /dispatch/account/password current={old}&new={new}&again={new} | own      | + | + + + | + | + | + | >
        GET /dispatch/account/codes                                     |              | + | + + + | + | + | + | >
        POST /dispatch/account/codes current={old}&code={code}          | own          | + | + + + | + | + | + | >
        POST /dispatch/account/codes/remove current={old}               | own          | + | + + + | + | + | + | >
        GET /dispatch/staff                                             | root         | - | - - - | - | - | + | >
        GET /dispatch/staff/new                                         |              | - | - - - | - | - | + | >
        POST /dispatch/staff/new login={word}&name=Nowa&role=editor     | newcomer     | - | - - - | - | - | + | >
        GET /dispatch/staff/{other}                                     | {other name} | - | - - - | - | - | + | >
        POST /dispatch/staff/{other} name=Inna&role=editor              | other        | - | - - - | - | - | + | >
        POST /dispatch/staff/{other}/disable                            | other        | - | - - - | - | - | + | >
        POST /dispatch/staff/{disabled}/enable                          | other        | - | - - - | - | - | + | >
        POST /dispatch/staff/{other}/codes                              | other        | - | - - - | - | - | + | >
        POST /dispatch/staff/{other}/sessions                           | other        | - | - - - | - | - | + | >
        POST /dispatch/staff/{other}/password                           | other        | - | - - - | - | - | + | >
        GET /dispatch/audit                                             |              | - | - - - | - | - | + | >
        """

    /// What nobody needs a right for, as nobody has signed in there: `SigningInTests` are about it.
    static let beforeSigningIn: Set = [
        "GET /dispatch/sign-in", "POST /dispatch/sign-in", "POST /dispatch/sign-out",
        "GET /dispatch/sign-in/code", "POST /dispatch/sign-in/code",
        "GET /dispatch/sign-in/password", "POST /dispatch/sign-in/password",
        "GET /dispatch/sign-in/codes", "POST /dispatch/sign-in/codes",
    ]

    static let rows = text.split(separator: "\n").dropFirst().map { RightsRow(line: String($0)) }

    /// Every line with everybody, on every case.
    static let cells = rows.flatMap { row in
        RightsSide.allCases.flatMap { side in
            row.standings.map { RightsCell(row: row, side: side, standing: $0) }
        }
    }
}

/// Who asks.
enum RightsSide: String, CaseIterable {
    case consultant, dispatcher, coordinator, editor, administrator, stranger
}

/// How the case stands to ZDMK.
enum RightsStanding: String, CaseIterable {
    case own, asked, other
}

/// What is answered, and whether anything happens.
enum RightsOutcome: Character {
    case done = "+"
    case notDone = "~"
    case forbidden = "-"
    case noCase = "0"
    case senseless = "="
    case led = ">"
    case signInRequired = "!"
}

/// A line of the table.
struct RightsRow {
    let method: String
    /// The path with its query, names in braces.
    let path: String
    let form: String
    let happens: String
    private let outcomes: [[RightsOutcome]]

    init(line: String) {
        let columns = line.split(separator: "|", omittingEmptySubsequences: false).map { column in
            column.split(separator: " ").map(String.init)
        }
        precondition(columns.count == 8, "a line with another number of columns: \(line)")
        (method, path) = (columns[0][0], columns[0][1])
        form = columns[0].dropFirst(2).joined(separator: " ")
        happens = columns[1].joined(separator: " ")
        outcomes = columns[2...].map { signs in
            let known = signs.compactMap { RightsOutcome(rawValue: Character($0)) }
            precondition(known.count == signs.count && [1, 3].contains(known.count), "signs of \(line)")
            return known
        }
    }

    /// Whether it hangs on a case.
    var isOfCase: Bool {
        ["{number}", "{handled}", "{linked}", "{change}"].contains {
            "\(path) \(form) \(happens)".contains($0)
        }
    }

    /// What hangs on no case is tried once.
    var standings: [RightsStanding] { isOfCase ? RightsStanding.allCases : [.own] }

    /// What somebody gets for it.
    func outcome(for side: RightsSide, _ standing: RightsStanding) -> RightsOutcome {
        let column = outcomes[RightsSide.allCases.firstIndex(of: side) ?? 0]
        return column.count == 1
            ? column[0] : column[RightsStanding.allCases.firstIndex(of: standing) ?? 0]
    }

    /// Whether it is a request of this route, by its name in the router.
    func isOf(_ route: String) -> Bool {
        let pattern = route.split(separator: "/", omittingEmptySubsequences: false)
        let target = path.prefix { $0 != "?" }
        let parts = "\(method) \(target)".split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == pattern.count else { return false }
        return zip(parts, pattern).allSatisfy { part, wanted in
            guard let open = wanted.firstIndex(of: "{"), let close = wanted.firstIndex(of: "}") else {
                return part == wanted
            }
            let suffix = wanted[wanted.index(after: close)...]
            return part.hasPrefix(wanted[..<open]) && part.hasSuffix(suffix)
        }
    }
}

/// One line, one who asks, one case.
struct RightsCell: CustomTestStringConvertible, Sendable {
    let row: RightsRow
    let side: RightsSide
    let standing: RightsStanding

    var testDescription: String {
        "\(row.method) \(row.path) \(row.form) by \(side.rawValue) on \(standing.rawValue)"
    }
}
