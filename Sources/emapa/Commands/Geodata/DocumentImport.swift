import Formats
import Ledger
import PostgreSQL
import Territory

/// The import of one of the city's documents: all of it or nothing.
struct DocumentImport {
    let plan: CityImport
    let file: String
    let bytes: [UInt8]
    let isDryRun: Bool

    /// Checks and writes; `folder` fills a database that holds no city yet.
    func run(in database: Database, folder: String) async throws -> ImportReport {
        let store = CityStore(database)
        let city = try await present(in: store, folder: folder)
        switch plan.outcome(of: bytes, in: city, on: Timestamp.now.date) {
        case .refused(let findings):
            let page = page(of: findings)
            return ImportReport(
                "\(page.text)\(file): refused (\(page.summary)); nothing was changed",
                .failure
            )
        case .ready(let content, let findings):
            let page = page(of: findings)
            let opening = "\(page.text)\(file):"
            if isDryRun {
                return ImportReport("\(opening) could be imported (\(page.summary)); nothing was changed")
            }
            let version = try await store.replace(
                plan.document,
                validFrom: plan.validFrom,
                content: content,
                note: note,
                basedOn: city.version
            )
            return version == city.version
                ? ImportReport(
                    "\(opening) is what version \(version) of the city holds already; nothing was changed"
                )
                : ImportReport("\(opening) imported (\(page.summary)); the city is now version \(version)")
        }
    }

    /// The city in the database, which files fill if it is empty.
    private func present(in store: CityStore, folder: String) async throws -> CityDocuments {
        let city = try await store.documents()
        guard city.version == 0 else { return city }
        let files = try CityFolder.documents(in: folder)
        guard !isDryRun else { return files }
        try await store.load(files)
        return try await store.documents()
    }

    private func page(of findings: [Finding]) -> FindingsPage {
        FindingsPage(findings: findings) { $0 == plan.document ? file : $0 }
    }

    private var note: String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return "imported \(plan.document) from \(name)"
            + (plan.validFrom.map { ", in force from \($0)" } ?? "")
    }
}

/// What an import says at its end.
struct ImportReport: Equatable {
    let text: String
    let code: ExitCode

    init(_ text: String, _ code: ExitCode = .success) {
        self.text = text
        self.code = code
    }
}
