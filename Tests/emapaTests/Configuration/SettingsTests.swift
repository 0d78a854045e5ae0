import Doors
import HTTPClient
import Ledger
import Testing

@testable import emapa

struct SettingsTests {
    private struct NoSuchFile: Error {}

    private func settings(
        flags: [Setting: String] = [:],
        environment: [String: String] = [:],
        file: String? = nil
    ) -> Settings {
        Settings(flags: flags, environment: environment) { _ in
            guard let file else { throw NoSuchFile() }
            return file
        }
    }

    @Test func `a flag goes before a variable, a variable before the file, the file before the standard`() {
        let file = "listen = 1.1.1.1:1\ndata = file\nread-workers = 7\n"
        let found = settings(
            flags: [.config: "emapa.conf", .listen: "3.3.3.3:3"],
            environment: ["EMAPA_LISTEN": "2.2.2.2:2", "EMAPA_DATA": "variable"],
            file: file
        )
        #expect(found[.listen] == "3.3.3.3:3")
        #expect(found[.data] == "variable")
        #expect(found[.readWorkers] == "7")
        #expect(found[.writeWorkers] == "16")
        #expect(found.values[.readWorkers]?.origin == .file("emapa.conf"))
        #expect(found.problems.isEmpty)
    }

    @Test(arguments: [
        ("listen 1", "emapa.conf, line 1: expected 'name = value'"),
        ("\n# a comment\nlisten = a:1\nlisten = b:2", "emapa.conf, line 4: 'listen' is set twice"),
        (
            "config = other",
            "emapa.conf, line 1: there is no setting 'config'; 'emapa serve --help' lists them"
        ),
    ])
    func `a mistake in the file is named with its line`(file: String, problem: String) {
        #expect(settings(flags: [.config: "emapa.conf"], file: file).problems == [problem])
    }

    @Test func `a file that cannot be read is a problem, not an empty file`() {
        #expect(settings(flags: [.config: "gone.conf"]).problems.count == 1)
    }

    @Test func `a variable that nobody knows is pointed out`() {
        #expect(settings(environment: ["EMAPA_LISTNE": "x"]).warnings.count == 1)
    }
}

struct ConfigurationTests {
    private func configuration(_ flags: [Setting: String]) throws -> Configuration {
        try Configuration(Settings(flags: flags, environment: [:]) { _ in "" }, findHome: { "/srv/emapa" })
    }

    @Test func `the standards are enough`() throws {
        let found = try configuration([:])
        #expect(found.listenAddress == "127.0.0.1" && found.listenPort == 8_311)
        #expect(found.store == .privateCluster(folder: ".data"))
        #expect(found.city == "/srv/emapa/geodata/krakow")
    }

    @Test(arguments: [
        (Setting.listen, "8311"), (.listen, "127.0.0.1:99999"), (.listen, "::1:80"), (.readWorkers, "0"),
        (.writeWorkers, "15"), (.writeWorkers, "many"), (.logFormat, "xml"), (.publicURL, "emapa.example"),
        (.geocoder, "geo.example"), (.geocoder, "https://user:secret@geo.example"),
        (.readRate, "-1"), (.writeRate, "2.5"), (.writeRate, "1000001"), (.sessionIdle, "0"),
        (.sessionLength, "4"), (.sessionLength, "10081"),
    ])
    func `a value that cannot be used is refused by name`(setting: Setting, value: String) {
        let error = #expect(throws: ConfigurationError.self) { try configuration([setting: value]) }
        #expect(error?.description.contains("\(setting.rawValue) (flag): ") == true)
    }

    @Test func `limits are those that were decided, unless others are given`() throws {
        let usual = try configuration([:]).rates
        #expect(usual.reads == Rate(burst: 2_000, perSecond: 500))
        #expect(usual.writes == Rate(burst: 100, perSecond: 2))
        #expect(usual.keyWrites == Rate(burst: 100, perSecond: 20))
        let other = try configuration([.readRate: "1000", .writeRate: "0"]).rates
        #expect(other.reads == Rate(burst: 4_000, perSecond: 1_000))
        #expect(other.writes == nil)
    }

    @Test func `sessions last an hour without a request and half a day in all, unless said otherwise`() throws
    {
        #expect(try configuration([:]).sessions == SessionLimits.usual)
        let other = try configuration([.sessionIdle: "15", .sessionLength: "480"]).sessions
        #expect(other == SessionLimits(idle: 900, total: 28_800))
    }

    @Test func `every mistake is named at once`() {
        let error = #expect(throws: ConfigurationError.self) {
            try configuration([.listen: "x", .writeWorkers: "1", .logFormat: "y"])
        }
        #expect(error?.problems.count == 3)
    }

    @Test(arguments: [
        ("127.0.0.1:8311", "127.0.0.1", UInt16(8_311)), ("[::1]:0", "::1", 0), ("0.0.0.0:80", "0.0.0.0", 80),
    ])
    func `an address to listen on is read`(text: String, address: String, port: UInt16) {
        let found = ListenAddress(parsing: text)
        #expect(found?.address == address && found?.port == port)
    }

    private func photos(
        _ flags: [Setting: String],
        environment: [String: String] = [:]
    ) throws -> Configuration.PhotoShelf {
        let settings = Settings(flags: flags, environment: environment) { _ in "" }
        #expect(settings.warnings.isEmpty)
        return try Configuration(settings, findHome: { "/srv/emapa" }).photos
    }

    @Test func `photos are kept in the data folder, or where they are told to be`() throws {
        guard case .folder(".data/photos") = try photos([:]),
            case .folder("d/photos") = try photos([.data: "d"]),
            case .folder("/p") = try photos([.photos: "/p", .database: "postgres://db.example/x"])
        else { return #expect(Bool(false), "another folder") }
    }

    @Test(
        arguments: [
            ([:], ".data/map.snapshot"), ([.data: "d"], "d/map.snapshot"),
            ([.photos: "/p"], ".data/map.snapshot"),
            ([.database: "postgres://db.example/x"], ".data/map.snapshot"),
            ([.database: "postgres://db.example/x", .photos: "/p"], nil),
        ] as [([Setting: String], String?)]
    )
    func `the map is kept in the data folder, if the service has one`(
        flags: [Setting: String],
        file: String?
    ) throws {
        let settings = Settings(flags: flags, environment: [:]) { _ in "" }
        #expect(try Configuration(settings, findHome: { "/srv/emapa" }).mapFile == file)
    }

    @Test func `a bucket's key comes by variables, and is shown by nothing`() throws {
        let variables = ["EMAPA_PHOTO_BUCKET_KEY": "KEY-1", "EMAPA_PHOTO_BUCKET_SECRET": "SECRET-1"]
        let found = try photos([.photoBucket: "https://s3.example/photos"], environment: variables)
        guard case .bucket(let address, _) = found else { return #expect(Bool(false), "no bucket") }
        #expect(address.text == "https://s3.example/photos")
        #expect(!"\(found)".contains("KEY-1") && !"\(found)".contains("SECRET-1"))
    }

    @Test(
        arguments: [
            ([.photoBucket: "https://s3.example/photos"], "photo-bucket (flag): its key is expected"),
            ([.photoBucket: "s3.example/photos"], "photo-bucket (flag): expected https://HOST/BUCKET"),
            ([.photoBucket: "https://s3.example"], "photo-bucket (flag): expected https://HOST/BUCKET"),
            ([.photoBucket: "https://s3.example/p", .photos: "p"], "photos (flag): give either"),
        ] as [([Setting: String], String)]
    )
    func `a bucket that cannot be used is refused by name`(flags: [Setting: String], words: String) {
        let error = #expect(throws: ConfigurationError.self) { try configuration(flags) }
        #expect(error?.description.contains(words) == true)
    }
}
