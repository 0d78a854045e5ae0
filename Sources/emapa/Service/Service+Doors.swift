import Addresses
import Cryptography
import Doors
import Formats
import HTTP
import Intake
import Ledger
import LiveMap
import Photos
import PostgreSQL
import Reports
import Territory

/// What the doors lead to.
struct Rooms {
    let database: Database
    let city: CurrentCity
    let served: ServedMap
    let areas: DailyView<AreaMap>
    let addresses: AddressSearch
    let access: Access
    let ledger: Ledger
    let photos: PhotoIntake
    let covering: PhotoCovering
    let photoStore: any PhotoStore
}

extension Service {
    /// All addresses of the service.
    func router(to rooms: Rooms) async throws -> Router {
        var router = Router(secure: configuration.publicAddress?.isSecure == true) { [observer] in
            observer.note(.server($0))
        }
        let (city, served) = (rooms.city, rooms.served)
        try ReferenceDoor(FileContents.read("\(configuration.home)/api/openapi.json")).open(on: &router)
        CityDoor(city).open(on: &router)
        PlaceDoor(city).open(on: &router)
        ReportTilesDoor(served.map, cache: served.cache, city: city).open(on: &router)
        ReportTileJSONDoor(city).open(on: &router)
        StaffTilesDoor(
            served.map,
            city: city,
            access: rooms.access,
            gate: StaffGate(StaffSessions(rooms.database, limits: configuration.sessions))
        )
        .open(on: &router)
        AreaTilesDoor(city, map: rooms.areas).open(on: &router)
        EventsDoor(served.events).open(on: &router)
        operations(rooms).open(on: &router)
        let reports = try await reports(rooms)
        reports.open(on: &router)
        let portal = try portal(rooms, reports)
        portal.open(on: &router)
        try dispatch(rooms, reports.intake, assets: portal.assets).open(on: &router)
        try OGCDoor(
            ledger: rooms.ledger,
            city: city,
            access: rooms.access,
            map: served.map,
            cache: served.cache,
            site: portal.site,
            description: try FileContents.read("\(configuration.home)/api/ogc.json")
        ).open(on: &router)
        Open311Door(
            intake: reports.intake,
            photos: rooms.photos,
            ledger: rooms.ledger,
            city: city,
            access: rooms.access,
            senders: reports.senders,
            isProduction: configuration.publicAddress != nil,
            description: try FileContents.read("\(configuration.home)/api/open311.json")
        ).open(on: &router)
        DuplicatesDoor(
            TwinFinder(served.map, ledger: rooms.ledger, city: city),
            ledger: rooms.ledger,
            city: city,
            access: rooms.access
        ).open(on: &router)
        PhotoUploadDoor(rooms.photos, access: rooms.access).open(on: &router)
        PhotosDoor(register: PhotoRegister(rooms.database), store: rooms.photoStore) {
            city.value.catalogue.wordless
        }
        .open(on: &router)
        AddressesDoor(rooms.addresses, city: city.value.profile.name.pl).open(on: &router)
        return router
    }

    private func portal(_ rooms: Rooms, _ reports: ReportsDoor) throws -> PortalDoor {
        try PortalDoor(
            folder: "\(configuration.home)/portal",
            library: configuration.vendor,
            basemap: configuration.basemap,
            intake: reports.intake,
            photos: rooms.photos,
            ledger: rooms.ledger,
            city: rooms.city,
            access: rooms.access,
            secrets: reports.secrets,
            senders: reports.senders,
            events: rooms.served.events
        )
    }

    private func dispatch(_ rooms: Rooms, _ intake: Intake, assets: SiteFiles) throws -> DispatchDoor {
        let limits = configuration.sessions
        return try DispatchDoor(
            folder: "\(configuration.home)/dispatch",
            portal: "\(configuration.home)/portal",
            assets: assets,
            city: rooms.city,
            access: rooms.access,
            accounts: StaffStore(rooms.database),
            signIn: SignIn(rooms.database, passwords: PasswordWork(), limits: limits),
            sessions: StaffSessions(rooms.database, limits: limits),
            audit: StaffAudit(rooms.database),
            saved: SavedFilters(rooms.database),
            calls: CallLog(rooms.database),
            templates: TemplateStore(rooms.database),
            ruleNotes: RuleNotes(rooms.database),
            ledger: rooms.ledger,
            map: rooms.served.map,
            intake: intake,
            covering: rooms.covering,
            finder: TwinFinder(rooms.served.map, ledger: rooms.ledger, city: rooms.city),
            cases: rooms.served.cases,
            editing: CaseEditing(rooms.database)
        )
    }

    private func reports(_ rooms: Rooms) async throws -> ReportsDoor {
        ReportsDoor(
            intake: Intake(
                city: rooms.city,
                ledger: rooms.ledger,
                addresses: AddressPlacing(rooms.addresses, city: rooms.city.value.profile.name.pl)
            ),
            photos: rooms.photos,
            ledger: rooms.ledger,
            city: rooms.city,
            access: rooms.access,
            secrets: try await ReportSecrets.open(rooms.database),
            senders: try await SenderDigests.open(rooms.database)
        )
    }

    private func operations(_ rooms: Rooms) -> OperationsDoor {
        let (database, served) = (rooms.database, rooms.served)
        return OperationsDoor(
            checks: [
                .init("database") { await Schema.trouble(reaching: database) },
                .init("migrations") { [home = configuration.home] in
                    await Schema.trouble(in: database, home: home)
                },
                .init("index") { served.follower.lags ? "does not follow the database" : nil },
            ],
            metrics: { [observer] in
                observer.metrics.set(.mapReports, to: Double(served.map.snapshot.count))
                observer.metrics.set(.eventClients, to: Double(served.events.clientCount))
                return observer.metrics.page()
            }
        )
    }
}
