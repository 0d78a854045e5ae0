import Addresses
import Cryptography
import Formats
import Foundation
import HTTP
import Intake
import Ledger
import LiveMap
import Photos
import PostgreSQL
import Reports
import Territory
import TestSupport
import Testing

@testable import Doors

/// The doors on a real database, asked through the router; every answer is held to the API's contract.
struct DoorsUnderTest {
    let router: Router
    let map: LiveMap
    let database: Database
    let keys: KeyStore
    let accounts: StaffStore
    let sessions: StaffSessions
    let signIn: SignIn
    let ledger: Ledger
    /// Who of the staff is told of changes.
    let cases: CaseEvents
    let contract: Contract
    /// The names without a value that pages had.
    let missingNames: MissingNames

    /// Sends a request and reads the whole answer.
    func ask(
        _ method: HTTP.Method,
        _ target: String,
        type: HeaderValue? = nil,
        language: HeaderValue? = nil,
        bearer: String? = nil,
        headers more: [(HeaderName, HeaderValue)] = [],
        body: String = "",
        bytes: [UInt8]? = nil
    ) async throws -> Answer {
        var headers = more
        if let type { headers.append((.contentType, type)) }
        if let language { headers.append((.acceptLanguage, language)) }
        if let bearer = bearer.flatMap({ HeaderValue("Bearer \($0)") }) {
            headers.append((.authorization, bearer))
        }
        let request = try Request(method, target, headers: headers, body: bytes ?? Array(body.utf8))
        let response = await router.respond(to: request)
        let answer = Answer(response: response, body: try await response.body.collect(limit: 1 << 24))
        for breach in contract.breaches(by: answer, to: method, target) { Issue.record("\(breach)") }
        return answer
    }

    /// Sends JSON.
    func post(_ target: String, _ body: String, bearer: String? = nil, key: HeaderValue? = nil) async throws
        -> Answer
    {
        let named: [(HeaderName, HeaderValue)] = key.map { [(.idempotencyKey, $0)] } ?? []
        return try await ask(
            .post,
            target,
            type: "application/json",
            bearer: bearer,
            headers: named,
            body: body
        )
    }

    /// Sends a form as browsers do: fields by their names, each with its bytes.
    func form(
        _ target: String,
        _ parts: [(name: String, bytes: [UInt8])],
        bearer: String? = nil,
        key: HeaderValue? = nil,
        boundary: String = "edge"
    ) async throws -> Answer {
        var body: [UInt8] = []
        for part in parts {
            let head =
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\"; filename=\"../../x\"\r\n\r\n"
            body += Array(head.utf8) + part.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        let named: [(HeaderName, HeaderValue)] = key.map { [(.idempotencyKey, $0)] } ?? []
        return try await ask(
            .post,
            target,
            type: HeaderValue("multipart/form-data; boundary=\(boundary)"),
            bearer: bearer,
            headers: named,
            bytes: body
        )
    }

    /// Makes an API key and gives its text.
    func key(_ name: String, _ scopes: Set<KeyScope>, unit: String? = nil) async throws -> String {
        let name = try #require(KeyName(name))
        return try await keys.add(name: name, scopes: scopes, unit: unit).secret
    }

    /// Sends a report as the portal does.
    func report(_ body: String) async throws -> Answer {
        try await ask(.post, "/api/v1/reports", type: "application/json", body: body)
    }
}

struct Answer {
    let response: Response
    let body: [UInt8]

    var status: Int { Int(response.status.code) }
    var object: JSONObject? { try? JSON.parse(body, limits: .file).objectValue }

    /// The pointers of a problem's errors with their codes: `#/location/lon range`.
    var errors: [String] {
        (object?["errors"]?.arrayValue ?? []).map { error in
            "\(error.objectValue?["pointer"]?.stringValue ?? "") \(error.objectValue?["code"]?.stringValue ?? "")"
        }
    }
}

/// Runs a test with all doors on a database of its own.
func withDoors(
    _ name: String,
    of kept: City? = nil,
    rates: RateRules = RateRules(),
    _ body: (DoorsUnderTest) async throws -> Void
) async throws {
    try await withDatabase(name) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        let city = CurrentCity(try kept ?? Krakow.city)
        let contract = try Contract.shipped.get()
        let map = LiveMap(on: MapDay(of: .now, in: city.value.timeZone))
        let ledger = Ledger(database, of: city.value.profile) { map.apply($0) }
        let search = AddressSearch(try AddressStore(database)) { _ in true }
        let intake = Intake(
            city: city,
            ledger: ledger,
            addresses: AddressPlacing(search, city: city.value.profile.name.pl)
        )
        let keys = KeyStore(database)
        let secrets = try await ReportSecrets.open(database)
        let access = Access(ring: KeyRing(keys), limits: RateLimits(rates))
        let folder = FileManager.default.temporaryDirectory.appending(path: "emapa-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (register, store) = (PhotoRegister(database), try PhotoFolder(folder))
        let darkroom = Darkroom(workers: 1)
        let photos = PhotoIntake(darkroom: darkroom, register: register, store: store)
        var router = Router()
        ReportsDoor(
            intake: intake,
            photos: photos,
            ledger: ledger,
            city: city,
            access: access,
            secrets: secrets,
            senders: try await SenderDigests.open(database)
        ).open(on: &router)
        Open311Door(
            intake: intake,
            photos: photos,
            ledger: ledger,
            city: city,
            access: access,
            senders: try await SenderDigests.open(database),
            isProduction: false,
            description: try Checkout.read("api/open311.json")
        ).open(on: &router)
        DuplicatesDoor(
            TwinFinder(map, ledger: ledger, city: city),
            ledger: ledger,
            city: city,
            access: access
        )
        .open(on: &router)
        let missingNames = MissingNames()
        let portal = try PortalDoor(
            folder: "\(Checkout.root)/portal",
            library: folder,
            basemap: nil,
            intake: intake,
            photos: photos,
            ledger: ledger,
            city: city,
            access: access,
            secrets: secrets,
            senders: try await SenderDigests.open(database),
            events: TileEvents(on: CivilDate(daysSince1970: 20_000)),
            missing: { missingNames.add($0, $1) }
        )
        portal.open(on: &router)
        let (accounts, sessions) = (StaffStore(database), StaffSessions(database))
        let signIn = SignIn(database, passwords: PasswordWork())
        let cases = CaseEvents()
        try DispatchDoor(
            folder: "\(Checkout.root)/dispatch",
            portal: "\(Checkout.root)/portal",
            assets: portal.assets,
            city: city,
            access: access,
            accounts: accounts,
            signIn: signIn,
            sessions: sessions,
            audit: StaffAudit(database),
            saved: SavedFilters(database),
            calls: CallLog(database),
            templates: TemplateStore(database),
            ruleNotes: RuleNotes(database),
            ledger: ledger,
            map: map,
            intake: intake,
            covering: PhotoCovering(darkroom: darkroom, register: register, store: store, ledger: ledger),
            finder: TwinFinder(map, ledger: ledger, city: city),
            cases: cases,
            editing: CaseEditing(database),
            missing: { missingNames.add($0, $1) }
        ).open(on: &router)
        try OGCDoor(
            ledger: ledger,
            city: city,
            access: access,
            map: map,
            cache: TileCache(bytes: 0),
            site: portal.site,
            description: try Checkout.read("api/ogc.json")
        ).open(on: &router)
        StaffTilesDoor(map, city: city, access: access, gate: StaffGate(sessions)).open(on: &router)
        PhotoUploadDoor(photos, access: access).open(on: &router)
        PhotosDoor(register: register, store: store) { city.value.catalogue.wordless }.open(on: &router)
        CityDoor(city).open(on: &router)
        PlaceDoor(city).open(on: &router)
        ReportTilesDoor(map, cache: TileCache(bytes: 0), city: city).open(on: &router)
        try await body(
            DoorsUnderTest(
                router: router,
                map: map,
                database: database,
                keys: keys,
                accounts: accounts,
                sessions: sessions,
                signIn: signIn,
                ledger: ledger,
                cases: cases,
                contract: contract,
                missingNames: missingNames
            )
        )
    }
}
