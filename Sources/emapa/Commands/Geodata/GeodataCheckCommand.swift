import Addresses
import Formats
import Ledger
import PostgreSQL
import Territory

/// `emapa geodata check`: says what is wrong with a city's data, in files or in the database.
struct GeodataCheckCommand: Command {
    static let description = CommandDescription(
        name: "geodata check",
        summary: "say what is wrong with a city's data",
        details: """
            Reads the files of --city, or with --stored the city that the database holds, and prints each finding with
            its file, its place, what is wrong and how to mend it. Changes nothing. The exit code is 1 when there are
            errors; warnings and notes leave it 0.
            """,
        switches: [.init(name: "stored", explanation: "check the city in the database instead of files")],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let isStored: Bool

    init(_ arguments: Arguments) throws {
        isStored = arguments.switches.contains("stored")
        if isStored, arguments.settings[.city] != nil {
            throw ArgumentError(
                "give either --stored or --city: the one is in the database, the other in files"
            )
        }
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let start = ContinuousClock.now
        let documents = isStored ? try await stored() : try CityFolder.documents(in: configuration.city)
        var findings = CityChecks.findings(in: documents, on: Timestamp.now.date)
        if !isStored { findings += try addressFindings(for: documents) }
        let page = FindingsPage(findings: findings) { isStored ? $0 : CityFolder.file(of: $0) }
        let city = isStored ? "version \(documents.version)" : configuration.city
        StandardOutput.write(
            """
            \(page.text)\(city): \(page.summary) in \(documents.names.count) documents, \
            \((ContinuousClock.now - start).secondsText) s

            """
        )
        return page.count(.error) == 0 ? .success : .failure
    }

    /// What is wrong with the folder's addresses, if it has any; in the database they were checked already.
    private func addressFindings(for documents: CityDocuments) throws -> [Finding] {
        let file = "\(configuration.city)/addresses.csv"
        guard FileContents.exists(file) else { return [] }
        let region = CityExtent(documents["city"].last?.content).region
        do {
            _ = try AddressFile(parsing: try FileContents.read(file), within: region)
            return []
        } catch let error as AddressFileError {
            return [
                Finding(
                    .error,
                    document: "addresses",
                    what: "\(error)",
                    mend: "mend the line; the file is imported as a whole or not at all"
                )
            ]
        }
    }

    private func stored() async throws -> CityDocuments {
        try await OpenStore.visit(configuration, tables: .asFound) { database in
            if let trouble = await Schema.trouble(in: database, home: configuration.home) {
                throw GeodataError("migrations: \(trouble); 'emapa migrate' applies what is missing")
            }
            let documents = try await CityStore(database).documents()
            guard documents.version > 0 else {
                throw GeodataError("the database holds no city yet; 'emapa serve' loads it from files")
            }
            return documents
        }
    }
}

/// What kept a command from working on a city's data.
struct GeodataError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
