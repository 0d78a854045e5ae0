package import HTTP
package import Intake
package import Ledger
import Pages
package import Territory

/// The pages that residents see at `/` and `/en/`: made here, in both languages, from templates and messages.
package struct PortalDoor: Sendable {
    /// What every page has, for other doors that make pages.
    package let site: PortalSite
    let intake: Intake
    let ledger: Ledger
    let access: Access
    let secrets: ReportSecrets
    let residents: Residents
    let locator: DailyView<Locator>
    let events: TileEvents
    private let files: PortalFiles

    /// Joins what the pages are made of; reads the portal's folder and the map libraries once, and blocks meanwhile.
    ///
    /// `missing` hears of each name that a page has and nobody gave a value: a slip of ours, for tests to find.
    package init(
        folder: String,
        library: String,
        basemap: Basemap?,
        intake: Intake,
        photos: PhotoIntake,
        ledger: Ledger,
        city: CurrentCity,
        access: Access,
        secrets: ReportSecrets,
        senders: SenderDigests,
        events: TileEvents,
        missing: @escaping @Sendable (_ page: String, _ name: String) -> Void = { _, _ in }
    ) throws {
        let messages = try Messages.all(site: folder)
        files = try PortalFiles(folder: folder, library: library, messages: messages)
        let pages = try PageSet(site: folder, messages: messages, naming: files.assets)
        site = PortalSite(pages: SitePages(pages, missing: missing), city: city, basemap: basemap)
        self.intake = intake
        self.ledger = ledger
        self.access = access
        self.secrets = secrets
        self.events = events
        residents = Residents(ledger: ledger, photos: photos, senders: senders)
        locator = DailyView(of: city) { city, day in Locator(city.territory.areas, on: day) }
    }

    /// Its scripts, styles and pictures, which other sites of the service use too.
    package var assets: SiteFiles { files.assets }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.tell(site.errorForm)
        files.open(on: &router)
        router.group("/", check: check) { group in
            for tongue in Tongue.all {
                openMap(&group, tongue)
                openTiles(&group, tongue)
                openReporting(&group, tongue)
                openCase(&group, tongue)
                openIdeas(&group, tongue)
                openCentre(&group, tongue)
                openFeeds(&group, tongue)
                openManifest(&group, tongue)
            }
            openSitemap(&group)
        }
    }

    /// Not too often, and no form that another site sends in a visitor's name.
    private var check: RouteGroup.Check {
        { [access] request in
            try SameOrigin.check(request)
            try access.check(request)
        }
    }

    /// A page of one language, which a task makes.
    func page(
        _ group: inout RouteGroup,
        _ path: String,
        in tongue: Tongue,
        _ make: @escaping @Sendable (Visit) async throws -> Response
    ) {
        group.get(tongue.path(path)) { [site] request in
            try await make(site.visit(request, in: tongue))
        }
    }

    /// What a form of one language leads to.
    func form(
        _ group: inout RouteGroup,
        _ path: String,
        in tongue: Tongue,
        formLimit: Int? = nil,
        _ take: @escaping @Sendable (Visit) async throws -> Response
    ) {
        group.post(tongue.path(path), formLimit: formLimit) { [site] request in
            try await take(site.visit(request, in: tongue))
        }
    }
}
