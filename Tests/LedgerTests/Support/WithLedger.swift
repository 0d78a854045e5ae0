import Duplicates
import Formats
import Geography
import Ledger
import PostgreSQL
import Reports
import Synchronization
import Territory
import TestSupport
import Testing

/// Runs a test with a ledger on a migrated database of its own; what the ledger publishes is collected.
func withLedger(
    _ name: String,
    _ body: (Ledger, Database, borrowing Mutex<[ReportMark]>) async throws -> Void
) async throws {
    try await withDatabase(name) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        let published = Published()
        let ledger = try Ledger.krakow(on: database) { marks in published.marks.withLock { $0 += marks } }
        try await body(ledger, database, published.marks)
    }
}

private final class Published: Sendable {
    let marks = Mutex<[ReportMark]>([])
}

extension Ledger {
    /// Kraków's ledger on a migrated database.
    static func krakow(
        on database: Database,
        published: @escaping @Sendable ([ReportMark]) -> Void = { _ in }
    ) throws -> Ledger {
        let city = try CityProfile(parsing: try Checkout.read("geodata/krakow/city.json"))
        return Ledger(database, of: city, published: published)
    }

    /// Records a report that nobody has named, and returns it as it was taken.
    func take(_ new: NewReport) async throws -> Report {
        guard case .taken(let report, _, _) = try await record(new) else {
            throw TestFailure("a report without a name cannot have been sent before")
        }
        return report
    }
}

/// What a test's own support could not do.
struct TestFailure: Error {
    let words: String

    init(_ words: String) {
        self.words = words
    }
}

extension NewReport {
    /// A pothole on the main square.
    static func pothole(
        description: String = "Dziura w jezdni",
        created: Timestamp = Timestamp(seconds: 1_782_820_800)
    ) throws -> NewReport {
        NewReport(
            kind: .intervention,
            category: "road.pothole",
            words: ReportWords(description: description),
            channel: .portal,
            placement: Placement(
                coordinate: try #require(Coordinate(longitude: 19.937_3, latitude: 50.061_7)),
                metres: Metres(x: 7_423_900, y: 5_547_300),
                district: "I",
                unit: "ZDMK",
                grounds: nil
            ),
            created: created
        )
    }
}

extension NewReport {
    /// Has its twins looked for by Kraków's rules.
    mutating func compare(wasAsked: Bool = false) throws {
        let city = try Krakow.city
        let comparer = Comparer(city.likeness, catalogue: city.catalogue)
        let report = ComparedReport(
            category: category,
            coordinate: placement.coordinate,
            precision: precision,
            text: comparer.traits(of: words, answers: answers, in: category),
            created: created
        )
        comparison = NewComparison(
            report,
            by: comparer,
            withheld: city.catalogue.withheld,
            wasAsked: wasAsked
        )
    }
}
