import Formats
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(2))) struct PostedUpdateTests {
    private static let unit = Actor(.unit, name: "ZDMK")

    private static func key(_ database: Database) async throws -> Int {
        let name = try #require(KeyName("system"))
        _ = try await KeyStore(database).add(name: name, scopes: [.unit], unit: "ZDMK")
        return try await database.read { session in
            try session.query("SELECT id FROM api_key").one { Int(try $0.decode(Int32.self, at: 0)) }
        }
    }

    private static func update(
        _ key: Int,
        _ name: String,
        at moment: Timestamp? = nil,
        to status: ReportStatus? = .resolved,
        text: String? = "Zrobione"
    ) -> PostedUpdate {
        PostedUpdate(key: key, name: name, at: moment, word: status?.rawValue, text: text) { report in
            status.flatMap { $0 == report.status ? nil : PostedUpdate.Judgement($0) }
        }
    }

    @Test func `the same update from many senders on two instances is taken once`() async throws {
        try await withLedger("posted_race") { one, database, _ in
            let report = try await one.take(try NewReport.pothole())
            let key = try await Self.key(database)
            let second = Database(database.configuration)
            let other = try Ledger.krakow(on: second)
            let city = try Krakow.city
            let news = try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<16 {
                    let ledger = index.isMultiple(of: 2) ? one : other
                    group.addTask {
                        try await ledger.take(
                            Self.update(key, "A"),
                            of: report.number,
                            by: Self.unit,
                            in: city
                        ).isNew
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            await second.shutdown(within: .seconds(5))
            #expect(news.count(where: \.self) == 1)
            let events = try await database.read { session in
                try session.query("SELECT what || ' ' || status FROM report_event ORDER BY version").map {
                    try $0.decode(String.self, at: 0)
                }
            }
            #expect(events == ["received received", "status assigned", "status resolved"])
        }
    }

    @Test func `an update that comes too late, or too early, changes nothing`() async throws {
        try await withLedger("posted_late") { ledger, database, _ in
            let report = try await ledger.take(try NewReport.pothole())
            let key = try await Self.key(database)
            let (city, now) = (try Krakow.city, Timestamp.now)
            func take(_ update: PostedUpdate) async throws -> Report {
                try await ledger.take(update, of: report.number, by: Self.unit, in: city, at: now).0
            }
            let first = try await take(
                Self.update(key, "1", at: now.advanced(bySeconds: -60), to: .inProgress)
            )
            #expect(first.status == .inProgress)
            await #expect(throws: UpdateRefused.tooLate(known: now.advanced(bySeconds: -60))) {
                try await take(Self.update(key, "2", at: now.advanced(bySeconds: -61)))
            }
            await #expect(throws: UpdateRefused.inTheFuture) {
                try await take(Self.update(key, "3", at: now.advanced(bySeconds: 301)))
            }
            await #expect(throws: UpdateRefused.nameTaken) { try await take(Self.update(key, "1", at: now)) }
            // A word alone is a note; one that says nothing is remembered all the same.
            let noted = try await take(Self.update(key, "4", at: now.advanced(bySeconds: -59), to: nil))
            #expect(noted.version == first.version + 1 && noted.status == .inProgress)
            let silent = try await take(
                Self.update(key, "5", at: now.advanced(bySeconds: -58), to: nil, text: nil)
            )
            #expect(silent.version == noted.version)
            await #expect(throws: UpdateRefused.self) {
                try await take(Self.update(key, "6", at: now.advanced(bySeconds: -59)))
            }
            let kept = try await ledger.report(report.number)
            #expect(kept?.version == noted.version)
        }
    }

    @Test func `what the table or the unit does not allow is refused, and not remembered`() async throws {
        try await withLedger("posted_refused") { ledger, database, _ in
            let report = try await ledger.take(try NewReport.pothole())
            let key = try await Self.key(database)
            let city = try Krakow.city
            await #expect(throws: StepRefused.self) {
                try await ledger.take(
                    Self.update(key, "1", to: .withdrawn),
                    of: report.number,
                    by: Self.unit,
                    in: city
                )
            }
            let other = Actor(.unit, name: "MPO")
            await #expect(throws: NotTheUnits.self) {
                try await ledger.take(Self.update(key, "1"), of: report.number, by: other, in: city)
            }
            let nobody = try #require(ReportNumber(parsing: "KCK-2026-999999"))
            await #expect(throws: NoSuchReport.self) {
                try await ledger.take(Self.update(key, "1"), of: nobody, by: Self.unit, in: city)
            }
            let taken = try await ledger.take(
                Self.update(key, "1"),
                of: report.number,
                by: Self.unit,
                in: city
            )
            #expect(taken.isNew && taken.0.status == .resolved)
        }
    }

    @Test func `a leader that is closed so tells its members`() async throws {
        try await withLedger("posted_leader") { ledger, database, _ in
            let leader = try await ledger.take(try NewReport.pothole())
            let member = try await ledger.take(try NewReport.pothole(description: "Druga"))
            _ = try await ledger.link(member.number, to: leader.number, by: Actor(.centre, name: "KCK"))
            let key = try await Self.key(database)
            _ = try await ledger.take(
                Self.update(key, "1"),
                of: leader.number,
                by: Self.unit,
                in: try Krakow.city
            )
            let told = try await database.read { session in
                try session.query("SELECT count(*) FROM report_event WHERE what = 'led'").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            #expect(told == 1)
        }
    }
}
