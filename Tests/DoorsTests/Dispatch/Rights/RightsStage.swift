import Cryptography
import Formats
import Geography
import HTTP
import Ledger
import Reports
import Synchronization
import TestSupport
import Testing

@testable import Doors

/// One service with one account of each role, on which every cell of the table has a case of its own.
struct RightsStage: Sendable {
    @TaskLocal static var current: RightsStage?

    static let email = "kanarek@example.org"
    static let original = "600 100 300"
    private static let newPassword = "sześć żółtych parasoli"

    let doors: DoorsUnderTest
    private let accounts: [RightsSide: Int]
    private let cookies: [RightsSide: String]
    private let serial = CellCounter()

    init(_ doors: DoorsUnderTest) async throws {
        self.doors = doors
        var accounts: [RightsSide: Int] = [:]
        var cookies: [RightsSide: String] = [:]
        for side in RightsSide.allCases {
            guard let role = side.role else { continue }
            let login = side == .administrator ? "root" : side.rawValue
            accounts[side] = try await doors.addStaff(login, role, unit: side.unit)
            let console = Console(doors)
            try await console.signIn(login)
            cookies[side] = console.cookie
        }
        (self.accounts, self.cookies) = (accounts, cookies)
    }

    /// Makes what a cell is about.
    func scene(for cell: RightsCell) async throws -> RightsScene {
        let serial = serial.next()
        let word = "komorka\(serial)"
        var scene = RightsScene(cell: cell, word: word, cookie: cookies[cell.side])
        let text = cell.row.path + cell.row.form + cell.row.happens
        scene.values["serial"] = "\(serial)"
        if cell.row.isOfCase {
            let number =
                text.contains("/photos/")
                ? try await pictured(cell.standing, serial, isCovered: text.contains("{covered}"))
                : try await report(cell.standing, word, serial)
            (scene.number, scene.values["number"]) = (number, number.description)
        }
        if text.contains("{handled}"), let number = scene.number {
            let step = StepRequest(to: .inProgress)
            _ = try await doors.ledger.step(number, step, by: centre(), in: try Krakow.city)
            scene.values["handled"] = number.description
        }
        if text.contains("{leader}") || text.contains("{linked}") {
            let leader = try await report(.other, "wzorzec\(serial)", serial + 10_000)
            scene.values["leader"] = leader.description
            if text.contains("{linked}"), let number = scene.number {
                _ = try await doors.ledger.link(number, to: leader, by: centre())
                scene.values["linked"] = number.description
            }
        }
        if text.contains("{change}"), let number = scene.number {
            scene.values["change"] = try await change(number, cell)
        }
        if cell.row.path.hasPrefix("/dispatch/account"), let role = cell.side.role {
            try await giveOwnAccount(role, &scene)
        }
        if cell.row.path.hasPrefix("/dispatch/staff") {
            let other = try await doors.addStaff("\(word)-inny", .consultant)
            if text.contains("{disabled}") { try await doors.accounts.disable(other, by: .command) }
            scene.other = other
            (scene.values["other"], scene.values["disabled"]) = ("\(other)", "\(other)")
            scene.values["other name"] = "Osoba \(word)-inny"
        }
        if text.contains("{template}") { scene.values["template"] = try await template(named: word) }
        if text.contains("{told}") {
            let number = try await report(.other, word, serial)
            let report = try #require(try await doors.ledger.report(number))
            _ = try await RuleNotes(doors.database).add(word, about: report, by: accounts[.coordinator] ?? 0)
            scene.values["told"] = try await RuleNotes(doors.database).list(about: report.id).first.map {
                "\($0.id)"
            }
        }
        if text.contains("{view}") {
            let owner = try #require(accounts[cell.side] ?? accounts[.coordinator])
            _ = try await SavedFilters(doors.database).save(word, "?due=late", for: owner)
            let own = try await SavedFilters(doors.database).list(of: owner)
            scene.values["view"] = own.first { $0.name == word }.map { "\($0.id)" }
        }
        (scene.values["photo"], scene.values["covered"]) = ("1", "1")
        scene.values["coordinator"] = accounts[.coordinator].map { "\($0)" }
        return scene
    }

    /// Sends what the cell's line says.
    func send(_ scene: RightsScene) async throws -> Answer {
        let console = Console(doors)
        console.cookie = scene.cookie
        let (row, path) = (scene.cell.row, scene.filled(scene.cell.row.path))
        if path == "/dispatch/events" { return try await followed(console) }
        guard row.method == "POST" else { return try await console.open(path) }
        if path == "/dispatch/import" {
            let list = "category,description,lon,lat\nroad.pothole,\(scene.word),19.9373,50.0617\n"
            return try await console.upload(Array(list.utf8))
        }
        let form = try Form.parse(Array(row.form.utf8))
        return try await console.send(path, form.items.map { ($0.name, scene.filled($0.value)) })
    }
}

extension RightsStage {
    private func centre(_ staff: Int? = nil) -> Actor {
        Actor(.centre, name: "KCK", staff: staff ?? accounts[.coordinator], through: .dispatch)
    }

    /// A report with contact data, of ZDMK or of ZZM; the latter may have asked ZDMK, and both have asked MPO.
    private func report(_ standing: RightsStanding, _ word: String, _ serial: Int) async throws
        -> ReportNumber
    {
        let coordinate = try #require(
            Coordinate(
                longitude: 19.90 + Double(serial % 40) * 0.002,
                latitude: 50.03 + Double(serial / 40 % 40) * 0.001
            )
        )
        let new = NewReport(
            kind: .intervention,
            category: "road.pothole",
            words: ReportWords(masking: "Dziura \(word), tel. \(RightsStage.original)", address: nil),
            channel: .portal,
            answers: ["line": ["8, tel. \(RightsStage.original)"]],
            contact: Contact(email: RightsStage.email),
            placement: Placement(
                coordinate: coordinate,
                metres: Metres(x: 7_423_900, y: 5_547_300),
                district: "I",
                unit: standing == .own ? "ZDMK" : "ZZM",
                grounds: nil
            ),
            created: .now
        )
        guard case .taken(let report, _, _) = try await doors.ledger.record(new) else {
            throw CancellationError()
        }
        for unit in standing == .asked ? ["MPO", "ZDMK"] : ["MPO"] {
            _ = try await doors.ledger.ask(unit, about: report.number, "Wasze?", by: centre())
        }
        return report.number
    }

    /// A report with a photo, of ZDMK or handed to ZZM; its photo covered, if that is wanted.
    private func pictured(_ standing: RightsStanding, _ serial: Int, isCovered: Bool) async throws
        -> ReportNumber
    {
        let place =
            #"{"lon":\#(19.90 + Double(serial % 40) * 0.002),"lat":\#(50.03 + Double(serial / 40 % 40) * 0.001)}"#
        let report =
            #"{"category":"road.pothole","description":"Dziura \#(serial)","location":\#(place)}"#
        // With a comment that makes it a file of its own: one that was covered comes covered into every later report.
        let picture = try Checkout.read("Tests/Fixtures/photos/quarters.jpg")
        let comment = Array("\(serial)".utf8)
        let head = picture.prefix(2) + [0xFF, 0xFE, 0, UInt8(comment.count + 2)]
        let photo = Array(head + comment + picture.dropFirst(2))
        let sent = try await doors.form(
            "/api/v1/reports",
            [("report", Array(report.utf8)), ("photo", photo)]
        )
        let number = try #require(sent.object?["number"]?.stringValue.flatMap { ReportNumber(parsing: $0) })
        if isCovered {
            let console = Console(doors)
            console.cookie = cookies[.coordinator]
            let box = [("left", "20"), ("top", "20"), ("width", "9"), ("height", "9")]
            let done = try await console.send("/dispatch/reports/\(number)/photos/1/cover", box)
            #expect(done.status == 303)
        }
        guard standing != .own else { return number }
        _ = try await doors.ledger.handOver(number, to: "ZZM", note: nil, by: centre(), in: try Krakow.city)
        if standing == .asked {
            _ = try await doors.ledger.ask("ZDMK", about: number, "Wasze?", by: centre())
        }
        return number
    }

    private func template(named word: String) async throws -> String? {
        let store = TemplateStore(doors.database)
        let actor = StaffActor.console(accounts[.editor] ?? 0)
        let text = LocalizedText(pl: word, en: word)
        try await store.add(AnswerTemplate(name: word, category: nil, status: nil, text: text), by: actor)
        return try await store.list().first { $0.template.name == word }.map { "\($0.id)" }
    }

    /// What the one who asks did to the report, or the coordinator where that one could not.
    private func change(_ number: ReportNumber, _ cell: RightsCell) async throws -> String {
        let isUnits = cell.side == .dispatcher && cell.standing == .own
        let staff = try #require(accounts[isUnits ? .dispatcher : .coordinator])
        let outcome = try await doors.ledger.act(
            .step(StepRequest(to: .inProgress)),
            on: [number],
            by: isUnits ? Actor(.unit, name: "ZDMK", staff: staff, through: .dispatch) : centre(staff),
            staff: staff,
            in: try Krakow.city
        )
        return try #require(outcome.change).description
    }

    /// What one does to the own account is done to one of the same role that nobody else has.
    private func giveOwnAccount(_ role: StaffRole, _ scene: inout RightsScene) async throws {
        let login = "\(scene.word)-sam"
        scene.own = try await doors.addStaff(login, role, unit: role.hasUnit ? "ZDMK" : nil)
        let (console, second) = (Console(doors), Console(doors))
        try await second.signIn(login)
        try await console.signIn(login)
        scene.cookie = console.cookie
        let token = try #require(console.cookie.flatMap { SessionToken(parsing: $0) })
        let sessions = try await doors.sessions.list(of: scene.own ?? 0).map(\.id)
        scene.values["session"] = sessions.min().map { "\($0)" }
        scene.values["old"] = Console.password
        scene.values["new"] = RightsStage.newPassword
        scene.values["code"] = OneTimeCode(secret: token.offeredSecret).code(atSecond: Timestamp.now.seconds)
    }

    /// The stream has no end, so its beginning is the answer.
    private func followed(_ console: Console) async throws -> Answer {
        let cookie = console.cookie.flatMap { HeaderValue("emapa-staff=\($0)") }
        let request = try Request(
            .get,
            "/dispatch/events",
            headers: cookie.map { [(HeaderName.cookie, $0)] } ?? []
        )
        return Answer(response: await doors.router.respond(to: request), body: [])
    }
}

extension RightsSide {
    fileprivate var role: StaffRole? { StaffRole(rawValue: rawValue) }
    fileprivate var unit: String? { self == .dispatcher ? "ZDMK" : nil }
}

/// Numbers the cells, which run beside each other.
final class CellCounter: Sendable {
    private let last = Atomic(0)

    func next() -> Int { last.add(1, ordering: .relaxed).newValue }
}

/// Gives the suite one service for all its cells.
struct RightsStageTrait: SuiteTrait, TestScoping {
    @concurrent func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        var rates = RateRules(reads: 0, writes: 0)
        rates.signIns = Rate(burst: 10_000, perSecond: 1_000)
        try await withDoors("rights_matrix", rates: rates) { doors in
            let stage = try await RightsStage(doors)
            try await RightsStage.$current.withValue(stage) { try await function() }
        }
    }
}

extension Trait where Self == RightsStageTrait {
    /// One service for the whole suite.
    static var onRightsStage: Self { Self() }
}
