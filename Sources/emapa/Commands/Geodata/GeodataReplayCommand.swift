import Formats
import Ledger
import PostgreSQL
import Territory

/// `emapa geodata replay`: says what other rules would change, and writes nothing.
struct GeodataReplayCommand: Command {
    static let description = CommandDescription(
        name: "geodata replay",
        summary: "say which reports other rules would give to other units",
        details: """
            Reads a file of rules as routing.json is, decides by them about the reports in the database, each with the
            areas, units and answers of its day, and prints how many would go from which unit to which, with a few
            examples. Nothing is written. 'emapa geodata import --layer routing' puts the rules in force.
            """,
        options: [
            .init(name: "rules", placeholder: "FILE", explanation: "the rules to try"),
            .init(
                name: "since",
                placeholder: "DATE",
                explanation: "look only at reports from this day (UTC) on [all]"
            ),
        ],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    private let configuration: Configuration
    private let file: String
    private let since: Timestamp?

    init(_ arguments: Arguments) throws {
        guard let file = arguments.options["rules"] else {
            throw ArgumentError("--rules needs the file of rules to try")
        }
        self.file = file
        since = try arguments.options["since"].map { text in
            guard let day = CivilDate(parsing: text) else {
                throw ArgumentError("--since needs a day as in 2026-06-30")
            }
            return day.start
        }
        configuration = try Self.configuration(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let bytes = try LayerFile.read(file)
        return try await OpenStore.visit(configuration, tables: .migrated) { database in
            let data = try await CityData.open(database, folder: configuration.city)
            // The whole city is checked with the rules in it, as the import would do.
            var documents = data.documents
            documents.put("routing", .init(validFrom: nil, content: bytes))
            let findings = CityChecks.findings(in: documents, on: Timestamp.now.date)
                .filter { $0.document == "routing" && $0.severity == .error }
            guard findings.isEmpty else {
                StandardOutput.write(FindingsPage(findings: findings) { _ in file }.text)
                StandardOutput.write("\(file): these rules cannot be in force\n")
                return .failure
            }
            let start = ContinuousClock.now
            let replay = try await PlacedReports(database).replay(
                Replay(city: data.city, rules: RoutingRules(parsing: bytes)),
                since: since
            )
            StandardOutput.write(ReplayPage(replay: replay, took: .now - start).text)
            return .success
        }
    }
}

/// A replay as people read it.
struct ReplayPage {
    let replay: Replay
    let took: Duration

    var text: String {
        let changed = replay.changes.reduce(0) { $0 + $1.count }
        var lines = [
            "\(replay.count) reports looked at in \(took.secondsText) s; nothing was written.",
            "\(changed) would go to another unit than the one they were given to"
                + " (by today's rules: \(replay.changedByPresentRules)).",
        ]
        if replay.passedOver > 0 {
            lines.append(
                "\(replay.passedOver) were passed over: outside of the city, or of an unknown category."
            )
        }
        let width = replay.changes.map { "\($0.from) → \($0.to)".count }.max() ?? 0
        for change in replay.changes {
            let way = "\(change.from) → \(change.to)"
            lines.append("")
            lines.append("\(way)\(String(repeating: " ", count: width - way.count))  \(change.count)")
            for example in change.examples {
                lines.append(
                    "    \(example.number)  \(example.category)  district \(example.district)  by \(example.rule)"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
