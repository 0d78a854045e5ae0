import Formats
import Geography
import Ledger
import PostgreSQL
import Territory

/// `emapa geodata import`: puts a file in the place of a part of the stored city, or changes nothing.
struct GeodataImportCommand: Command {
    static let description = CommandDescription(
        name: "geodata import",
        summary: "replace a layer or document of the stored city by a file",
        details: """
            Checks the city as it would be with the file in it. Where that brings errors, it prints them and changes
            nothing; otherwise the file becomes a new version of the city in one transaction, which running instances
            load. Reports keep the placement that they were given.

            Areas are GeoJSON in EPSG:4326, EPSG:2178 or EPSG:2180; the file's old member 'crs' or --crs says which.
            With --valid-from they become an edition that is in force from that day; without it they replace the
            first edition. All other documents are JSON and say themselves from when their parts are in force.
            """,
        options: [
            .init(name: "layer", placeholder: "NAME", explanation: GeodataLayer.words),
            .init(name: "file", placeholder: "FILE", explanation: "the file to read"),
            .init(
                name: "valid-from",
                placeholder: "DATE",
                explanation: "the first day on which areas are in force"
            ),
            .init(
                name: "crs",
                placeholder: "EPSG:N",
                explanation: "the reference system of a file that names none"
            ),
        ],
        switches: [.init(name: "dry-run", explanation: "check only, write nothing")],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let layer: GeodataLayer
    private let file: String
    private let validFrom: CivilDate?
    private let system: ReferenceSystem?
    private let isDryRun: Bool

    init(_ arguments: Arguments) throws {
        guard let layer = arguments.options["layer"].flatMap(GeodataLayer.init) else {
            throw ArgumentError("--layer needs one of \(GeodataLayer.words)")
        }
        guard let file = arguments.options["file"] else {
            throw ArgumentError("--file needs the file to read")
        }
        self.layer = layer
        self.file = file
        validFrom = try arguments.options["valid-from"].map { text in
            guard let day = CivilDate(parsing: text) else {
                throw ArgumentError("--valid-from needs a day as in 2027-01-01")
            }
            return day
        }
        system = try arguments.options["crs"].map { text in
            guard let system = ReferenceSystem(parsing: text), system.isReadable else {
                throw ArgumentError(
                    "--crs needs one of \(ReferenceSystem.readable.map(\.name).joined(separator: ", "))"
                )
            }
            return system
        }
        let hasEditions =
            switch layer {
            case .document(let name): CityImport(document: name).isLayer
            case .addresses: false
            }
        if !hasEditions, let option = ["valid-from", "crs"].first(where: { arguments.options[$0] != nil }) {
            throw ArgumentError("--\(option) is for districts and zones only")
        }
        isDryRun = arguments.switches.contains("dry-run")
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        // Read before the database is opened: a file that cannot be read costs nothing.
        let bytes = try LayerFile.read(file)
        let report = try await OpenStore.visit(configuration, tables: .migrated) { database in
            switch layer {
            case .document(let name):
                let plan = CityImport(document: name, validFrom: validFrom, system: system)
                return try await DocumentImport(plan: plan, file: file, bytes: bytes, isDryRun: isDryRun)
                    .run(in: database, folder: configuration.city)
            case .addresses:
                return try await AddressImport(file: file, bytes: bytes, isDryRun: isDryRun)
                    .run(in: database, folder: configuration.city)
            }
        }
        StandardOutput.write("\(report.text)\n")
        return report.code
    }
}
