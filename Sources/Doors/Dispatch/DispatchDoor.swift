package import HTTP
package import Intake
package import Ledger
package import LiveMap
import Pages
import Reports
package import Territory

/// The console at `/dispatch/`: what units, consultants and editors work with, made here in both languages.
package struct DispatchDoor: Sendable {
    let site: DispatchSite
    let access: Access
    let accounts: StaffStore
    let sessions: StaffSessions
    let signIn: SignIn
    let audit: StaffAudit
    let saved: SavedFilters
    let calls: CallLog
    let templates: TemplateStore
    let ruleNotes: RuleNotes
    let ledger: Ledger
    let map: LiveMap
    let intake: Intake
    let covering: PhotoCovering
    let finder: TwinFinder
    let cases: CaseEvents
    let editing: CaseEditing
    private let files: SiteFiles

    /// Messages of the portal that the console says too.
    private static let sharedMessages: Set = ["shared", "history", "dates"]

    /// Joins what the pages are made of; reads the console's folder once, and blocks meanwhile.
    ///
    /// - Parameters:
    ///   - folder: the console's templates, messages and files.
    ///   - portal: the portal's folder, whose words of states and days are the same.
    ///   - assets: the portal's files, whose styles and drawings are the same.
    ///   - city: the city as it is.
    ///   - access: who asks too often.
    ///   - accounts: the staff.
    ///   - signIn: how they sign in.
    ///   - sessions: who has.
    ///   - audit: what they did.
    ///   - saved: the queues that they have saved.
    ///   - calls: how telephone calls ended.
    ///   - templates: what editors have written for answers.
    ///   - ruleNotes: what staff say of the rules.
    ///   - ledger: what keeps reports.
    ///   - map: all reports, as queues and maps show them.
    ///   - intake: places reports anew.
    ///   - covering: covers parts of photos.
    ///   - finder: finds what may be about the same matter.
    ///   - cases: who is told of changes.
    ///   - editing: who is writing in which case.
    ///   - missing: hears of each name that a page has and nobody gave a value: a slip, for tests to find.
    /// - Throws: what is wrong with the folder's files.
    package init(
        folder: String,
        portal: String,
        assets: SiteFiles,
        city: CurrentCity,
        access: Access,
        accounts: StaffStore,
        signIn: SignIn,
        sessions: StaffSessions,
        audit: StaffAudit,
        saved: SavedFilters,
        calls: CallLog,
        templates: TemplateStore,
        ruleNotes: RuleNotes,
        ledger: Ledger,
        map: LiveMap,
        intake: Intake,
        covering: PhotoCovering,
        finder: TwinFinder,
        cases: CaseEvents,
        editing: CaseEditing,
        missing: @escaping @Sendable (_ page: String, _ name: String) -> Void = { _, _ in }
    ) throws {
        let messages = try Messages.all(site: folder, with: DispatchDoor.sharedMessages, from: portal)
        files = try SiteFiles(at: "/dispatch/assets", folder: folder + "/assets", messages: messages)
        let pages = try PageSet(site: folder, messages: messages, naming: files, assets)
        site = DispatchSite(
            pages: SitePages(pages, missing: missing),
            gate: StaffGate(sessions),
            city: city
        )
        self.access = access
        self.accounts = accounts
        self.signIn = signIn
        self.sessions = sessions
        self.audit = audit
        self.saved = saved
        self.calls = calls
        self.templates = templates
        self.ruleNotes = ruleNotes
        self.ledger = ledger
        self.map = map
        self.intake = intake
        self.covering = covering
        self.finder = finder
        self.cases = cases
        self.editing = editing
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.tell(site.errorForm)
        files.open(on: &router)
        router.group("/", check: check) { openQueue(&$0) }
        router.group("/dispatch", check: check) { group in
            openSigningIn(&group)
            openActing(&group)
            openViews(&group)
            openLive(&group)
            openCase(&group)
            openCaseActs(&group)
            openCovering(&group)
            openEditing(&group)
            openCall(&group)
            openExport(&group)
            openImport(&group)
            openTemplates(&group)
            openRuleNotes(&group)
            openAccount(&group)
            openStaff(&group)
            openAudit(&group)
        }
    }

    /// Not too often, and no change that a page of ours has not sent.
    ///
    /// All count as reading: a whole office may sit behind one address, and changes need a session.
    private var check: RouteGroup.Check {
        { [access] request in
            try SameOrigin.demand(request)
            try access.checkReading(request)
        }
    }

    /// A page for whoever has signed in and has a right; others are led to sign in, or told so.
    func page(
        _ group: inout RouteGroup,
        _ path: String,
        requiring right: StaffRight = .ownAccount,
        _ make: @escaping @Sendable (StaffVisit) async throws -> Response
    ) {
        group.get(path) { [site] request in
            try await site.answer(request, requiring: right) { visit in try await make(visit) }
        }
    }

    /// What a form of a page leads to, once it is proven that a page of the session has made it.
    func form(
        _ group: inout RouteGroup,
        _ path: String,
        requiring right: StaffRight = .ownAccount,
        bodyLimit: Int = RouteGroup.defaultBodyLimit,
        _ take: @escaping @Sendable (StaffVisit, Query) async throws -> Response
    ) {
        group.post(path, bodyLimit: bodyLimit) { [site] request in
            try await site.answer(request, requiring: right) { visit in
                let fields = try Form.parse(request.body)
                try StaffGate.check(fields.first("token"), of: visit.staff.session)
                return try await take(visit, fields)
            }
        }
    }
}

extension DispatchSite {
    /// Answers whoever has signed in and has a right; tells what was foreseen within the frame of the pages.
    func answer(
        _ request: Request,
        requiring right: StaffRight,
        _ make: (StaffVisit) async throws -> Response
    ) async throws -> Response {
        let session = try await gate.session(of: request)
        guard let session, let staff = SignedInStaff(session) else {
            return try redirect(to: SignInPath(session?.stage, next: ReturnPath(of: request)).text)
        }
        let visit = try visit(request, by: staff)
        do {
            try staff.require(right)
            return try await make(visit)
        } catch {
            let (problem, isForeseen) = Problem.translating(error)
            guard isForeseen, !(error is CancellationError) else { throw error }
            return try reply(problem, to: visit)
        }
    }
}
