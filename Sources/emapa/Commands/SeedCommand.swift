import Formats
import Ledger
import PostgreSQL
import Territory

/// `emapa seed`: fills a database with made-up reports for demonstrations, tests and measurements.
struct SeedCommand: Command {
    static let description = CommandDescription(
        name: "seed",
        summary: "write made-up reports for demonstrations and measurements",
        details: """
            Writes reports over the three years before a day: places by the districts' population, categories and
            texts of the city's data, states and dates as they would be, storms with many duplicates. The same seed,
            number and day give the same reports. Works beside a running service, which shows them at once.
            """,
        options: [
            .init(name: "reports", placeholder: "N", explanation: "how many reports to write"),
            .init(name: "seed", placeholder: "S", explanation: "a number that the reports are made from [1]"),
            .init(
                name: "until",
                placeholder: "DATE",
                explanation: "the day before whose start (UTC) they end [now]"
            ),
        ],
        switches: [.init(name: "if-empty", explanation: "write nothing where there are reports already")],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let reports: Int
    private let seed: UInt64
    private let until: Timestamp
    private let onlyIfEmpty: Bool

    init(_ arguments: Arguments) throws {
        guard let reports = arguments.options["reports"].flatMap(Int.init),
            (0...SeedPlan.mostReports).contains(reports)
        else { throw ArgumentError("--reports needs a number from 0 to \(SeedPlan.mostReports)") }
        guard let seed = UInt64(arguments.options["seed"] ?? "1") else {
            throw ArgumentError("--seed needs a whole number")
        }
        let day = arguments.options["until"].map { CivilDate(parsing: $0) }
        if case .some(nil) = day { throw ArgumentError("--until needs a day as in 2026-06-30") }
        self.reports = reports
        self.seed = seed
        until = day??.start ?? .now
        onlyIfEmpty = arguments.switches.contains("if-empty")
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let observer = Observer(configuration.logFormat)
        let store = try OpenStore(configuration.store, as: .visiting, observer: observer)
        let outcome: Result<Void, any Error>
        do {
            try await Schema.migrate(store.connection, home: configuration.home, observer: observer)
            let database = Database(.serial(store.connection)) { observer.note(.database($0)) }
            do {
                outcome = .success(try await write(to: database))
            } catch {
                outcome = .failure(error)
            }
            await database.shutdown()
        } catch {
            outcome = .failure(error)
        }
        try store.close()
        try outcome.get()
        return .success
    }

    private func write(to database: Database) async throws {
        let data = try await CityData.open(database, folder: configuration.city)
        if onlyIfEmpty,
            try await !BulkLedger(database, numberPrefix: data.city.profile.numberPrefix).isEmpty()
        {
            StandardOutput.write("There are reports already; nothing was written.\n")
            return
        }
        let start = ContinuousClock.now
        let texts = try FileContents.read("\(configuration.city)/seed-texts.json")
        let plan = try SeedPlan(
            reports: reports,
            seed: seed,
            until: until.microseconds,
            city: SeedCity(
                districts: data.documents.content(of: "districts", on: until.date) ?? [],
                categories: data.documents["categories"].last?.content ?? [],
                texts: texts
            )
        )
        var writer = SeedWriter(database, city: data.city, seed: seed)
        let count = try await writer.write(plan)
        StandardOutput.write("\(count) reports in \((ContinuousClock.now - start).secondsText) s\n")
    }
}
