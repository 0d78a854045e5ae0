import Doors
import HTTP
import HTTPClient
import Ledger

/// The settings as typed values: everything was checked, nothing is guessed later.
struct Configuration: Sendable {
    /// Where the truth is kept.
    enum Store: Sendable, Equatable {
        /// A cluster of our own in this folder.
        case privateCluster(folder: String)
        /// Somebody's PostgreSQL, by URL.
        case database(url: String)
    }

    enum LogFormat: String, Sendable {
        case auto, json, text
    }

    let listenAddress: String
    let listenPort: UInt16
    let store: Store
    let home: String
    let city: String
    let vendor: String
    let publicAddress: PublicAddress?
    let proxies: [AddressRange]
    /// The service that is asked for addresses; nil if none is.
    let geocoder: ServiceAddress?
    /// The tiles under the portal's map; nil for the quiet ground of the city's own data.
    let basemap: Basemap?
    let photos: PhotoShelf
    /// Where the map is kept from one run to the next; nil if there is no folder for it.
    let mapFile: String?
    let readWorkers: Int
    let writeWorkers: Int
    /// How many bytes of tiles are kept ready.
    let tileCacheBytes: Int
    /// How long the staff stay signed in.
    let sessions: SessionLimits
    /// How often may be asked.
    let rates: RateRules
    let logFormat: LogFormat

    /// The fewest connections for writing: fewer, and one slow transaction is felt by everybody.
    static let fewestWriteWorkers = 16
    private static let mostWorkers = 200
    /// In MiB.
    private static let largestTileCache = 65_536
    private static let highestRate = 1_000_000
    /// In minutes: a week.
    private static let longestSession = 10_080

    /// Checks all settings at once, so that every mistake is named in one go.
    init(_ settings: Settings, findHome: () -> String?) throws(ConfigurationError) {
        var problems = settings.problems
        func value(_ setting: Setting) -> String { settings[setting] ?? "" }
        func complain(_ setting: Setting, _ text: String) {
            let origin = settings.values[setting]?.origin.words ?? "standard"
            problems.append("\(setting.rawValue) (\(origin)): \(text)")
        }
        func count(_ setting: Setting, in range: ClosedRange<Int>) -> Int {
            guard let number = Int(value(setting)), range.contains(number) else {
                complain(setting, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
                return range.lowerBound
            }
            return number
        }

        let listen = ListenAddress(parsing: value(.listen))
        if listen == nil { complain(.listen, "expected ADDRESS:PORT, as in 127.0.0.1:8311 or [::1]:8311") }
        listenAddress = listen?.address ?? ""
        listenPort = listen?.port ?? 0

        if let url = settings[.database] {
            store = .database(url: url)
            if let origin = settings.values[.data]?.origin, origin == .flag,
                settings.values[.database]?.origin == .flag
            {
                complain(
                    .data,
                    "give either --database or --data: the data folder is that of the private database"
                )
            }
        } else {
            store = .privateCluster(folder: value(.data))
        }

        let home = settings[.home] ?? findHome()
        if home == nil {
            complain(
                .home,
                "no folder with sql/, geodata/, portal/ and dispatch/ was found beside the program; name it"
            )
        }
        self.home = home ?? ""
        city = settings[.city] ?? self.home + "/geodata/krakow"
        vendor = settings[.vendor] ?? self.home + "/.setup/vendor"
        publicAddress = settings[.publicURL].flatMap { PublicAddress($0) }
        if settings[.publicURL] != nil, publicAddress == nil {
            complain(.publicURL, "expected https:// and a host, as in https://emapa.example")
        }
        geocoder = settings[.geocoder].flatMap { ServiceAddress($0) }
        if settings[.geocoder] != nil, geocoder == nil {
            complain(
                .geocoder,
                "expected http:// or https://, a host and perhaps a path, without user or query"
            )
        }
        basemap = settings[.basemap].flatMap {
            Basemap(template: $0, attribution: settings[.basemapAttribution] ?? "")
        }
        if settings[.basemap] != nil, basemap == nil {
            complain(
                .basemap,
                "expected https://, a host, and a path with {z}, {x} and {y}, or {TileMatrix}, {TileRow} and {TileCol}"
            )
        }
        if settings[.basemap] != nil, settings[.basemapAttribution] == nil {
            complain(.basemapAttribution, "whoever makes the tiles wants to be named: give the words")
        }
        photos = PhotoShelf.read(settings, complain: complain)
        mapFile = Configuration.mapFile(settings)
        var proxies: [AddressRange] = []
        for text in value(.proxies).split(whereSeparator: { $0 == "," || $0 == " " }) {
            if let range = AddressRange(String(text)) {
                proxies.append(range)
            } else {
                complain(.proxies, "'\(text)' is no network, as in 10.0.0.0/8 or ::1")
            }
        }
        self.proxies = proxies
        readWorkers = count(.readWorkers, in: 1...Configuration.mostWorkers)
        writeWorkers = count(.writeWorkers, in: Configuration.fewestWriteWorkers...Configuration.mostWorkers)
        func rate(_ setting: Setting) -> Int {
            guard let number = Int(value(setting)), (0...Configuration.highestRate).contains(number) else {
                complain(setting, "expected a whole number from 0 to \(Configuration.highestRate)")
                return 0
            }
            return number
        }
        rates = RateRules(reads: rate(.readRate), writes: rate(.writeRate))
        let length = count(.sessionLength, in: 5...Configuration.longestSession)
        sessions = SessionLimits(
            idle: Int64(60 * count(.sessionIdle, in: 1...Configuration.longestSession)),
            total: Int64(60 * length)
        )
        tileCacheBytes = count(.tileCache, in: 0...Configuration.largestTileCache) << 20
        let format = LogFormat(rawValue: value(.logFormat))
        if format == nil { complain(.logFormat, "expected auto, json or text") }
        logFormat = format ?? .auto
        guard problems.isEmpty else { throw ConfigurationError(problems: problems) }
    }
}

/// Everything that is wrong with a configuration, each with its place and what was expected.
struct ConfigurationError: Error, CustomStringConvertible {
    let problems: [String]

    var description: String { problems.joined(separator: "\n") }
}

/// An address and a port: `127.0.0.1:8311`, `[::1]:8311`.
struct ListenAddress: Equatable {
    let address: String
    let port: UInt16

    init?(parsing text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
        else { return nil }
        var address = text[..<colon]
        if address.hasPrefix("["), address.hasSuffix("]") {
            address = address.dropFirst().dropLast()
        } else if address.contains(":") {
            return nil
        }
        guard !address.isEmpty else { return nil }
        self.address = String(address)
        self.port = port
    }
}
