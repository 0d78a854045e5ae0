import Formats
import Ledger
import PostgreSQL
import Territory

/// `emapa check`: says what would be used, what is wrong, and what to do about it; changes nothing but what starting
/// the private cluster changes.
struct CheckCommand: Command {
    static let description = CommandDescription(
        name: "check",
        summary: "explain the configuration and look at the database",
        details: """
            Prints every setting with where it comes from, then what is found in the database. Nothing secret is
            printed. The exit code is 1 when something has to be mended.
            """,
        settings: Setting.allCases
    )

    private let settings: Settings

    init(_ arguments: Arguments) throws {
        settings = Self.settings(arguments)
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        var page = CheckPage()
        for setting in Setting.allCases {
            guard let (value, origin) = settings.values[setting] else { continue }
            page.fact(setting.rawValue, "\(shown(setting, value)) (\(origin.words))")
        }
        for warning in settings.warnings { page.trouble(warning) }
        do throws(ConfigurationError) {
            let configuration = try Configuration(settings, findHome: HomeFolder.find)
            page.fact("home", configuration.home)
            page.fact("city", configuration.city)
            page.fact("map libraries", configuration.vendor)
            await look(at: configuration, &page)
        } catch {
            for problem in error.problems { page.trouble(problem) }
        }
        StandardOutput.write(page.text)
        return page.isClean ? .success : .failure
    }

    /// A database's address may hold a password.
    private func shown(_ setting: Setting, _ value: String) -> String {
        guard setting == .database else { return value }
        return (try? ConnectionString(value)).map { "\($0)" } ?? "(cannot be understood)"
    }

    private func look(at configuration: Configuration, _ page: inout CheckPage) async {
        for file in ["ol.js", "ol.css", "maplibre-gl.js", "maplibre-gl.css"]
        where !FileContents.exists("\(configuration.vendor)/\(file)") {
            page.trouble("\(configuration.vendor)/\(file) is missing: 'make setup' brings the map libraries")
        }
        do {
            if case .privateCluster(let folder) = configuration.store {
                let plan = try ClusterPlan(for: ClusterConfiguration(dataFolder: folder))
                page.fact(
                    "PostgreSQL",
                    "\(plan.version), programs in \(plan.programFolder), runs as \(plan.serverUser)"
                )
                guard plan.isCreated else {
                    return page.fact("private cluster", "none yet in \(folder); 'emapa serve' makes it")
                }
                page.fact("private cluster", plan.runningPid.map { "runs as process \($0)" } ?? "not running")
            }
            let observer = Observer(.text)
            let store = try OpenStore(configuration.store, as: .visiting, observer: observer)
            page.fact("connection", "\(store.connection)")
            let database = Database(.serial(store.connection))
            await look(into: database, home: configuration.home, &page)
            await database.shutdown()
            try store.close()
        } catch {
            page.trouble("\(error)")
        }
    }

    private func look(into database: Database, home: String, _ page: inout CheckPage) async {
        do {
            let facts = try await database.read { session in
                try session.query(
                    """
                    SELECT current_setting('server_version'), current_setting('fsync'),
                        current_setting('synchronous_commit'), current_setting('server_version_num')::integer
                    """
                ).one { row in
                    (
                        version: try row.decode(String.self, at: 0),
                        fsync: try row.decode(String.self, at: 1),
                        commit: try row.decode(String.self, at: 2), number: try row.decode(Int32.self, at: 3)
                    )
                }
            }
            page.fact("server", facts.version)
            page.fact("durability", "fsync \(facts.fsync), synchronous_commit \(facts.commit)")
            if facts.number < 150_000 { page.trouble("PostgreSQL 15 or newer is needed") }
            if facts.fsync != "on" || facts.commit == "off" {
                page.trouble("acknowledged reports could be lost: set fsync and synchronous_commit to on")
            }
            if let trouble = await Schema.trouble(in: database, home: home) {
                page.trouble("migrations: \(trouble); 'emapa migrate' applies what is missing")
            } else {
                page.fact("migrations", "all applied")
                try await look(atCityIn: database, &page)
            }
        } catch {
            page.trouble("\(error)")
        }
    }
}

extension CheckCommand {
    /// The city that the database holds, and how many mistakes are in it.
    private func look(atCityIn database: Database, _ page: inout CheckPage) async throws {
        let documents = try await CityStore(database).documents()
        guard documents.version > 0 else {
            return page.fact("stored city", "none yet; 'emapa serve' loads it from files")
        }
        let errors = CityChecks.findings(in: documents, on: Timestamp.now.date).count {
            $0.severity == .error
        }
        page.fact("stored city", "version \(documents.version), \(documents.names.count) documents")
        if errors > 0 {
            page.trouble("the stored city has \(errors) errors: 'emapa geodata check --stored' names them")
        }
    }
}

/// What `emapa check` prints.
struct CheckPage {
    private var facts: [(String, String)] = []
    private var troubles: [String] = []

    var isClean: Bool { troubles.isEmpty }

    mutating func fact(_ name: String, _ value: String) {
        facts.removeAll { $0.0 == name }
        facts.append((name, value))
    }

    mutating func trouble(_ text: String) {
        troubles.append(text)
    }

    /// The facts in a column, then what is wrong, or that nothing is.
    var text: String {
        let width = facts.map(\.0.count).max() ?? 0
        var lines = facts.map { "\($0)\(String(repeating: " ", count: width - $0.count + 2))\($1)" }
        lines.append("")
        lines += troubles.isEmpty ? ["Nothing is wrong."] : troubles.map { "wrong: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
