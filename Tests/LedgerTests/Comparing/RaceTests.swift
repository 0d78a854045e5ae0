import Geography
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

/// The same matter, taken by two instances at the same instant: one group.
@Suite(.timeLimit(.minutes(2))) struct RaceTests {
    /// Metres east of the place at which a cell of the grid ends, so that senders stand on both sides of it.
    private static func border(_ database: Database) async throws -> Double {
        let place = try NewReport.pothole().placement.coordinate
        return try await database.read { session in
            try session.query(
                """
                SELECT ((floor((\(place.longitude) + 180) / 360 * 65536) + 1) / 65536 * 360 - 180 - \(place.longitude)) * 71550
                """
            ).one { try $0.decode(Double.self, at: 0) }
        }
    }

    @Test(arguments: 1...3)
    func `thirty-two senders at once on two instances, across a cell's border, give one group`(_ round: Int)
        async throws
    {
        try await withLedger("raced_\(round)") { one, database, _ in
            let second = Database(database.configuration)
            let other = try Ledger.krakow(on: second)
            let border = try await Self.border(database)
            let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
                for index in 0..<32 {
                    var new = try NewReport.pothole(
                        description:
                            "Dziura przed blokiem 4, prawy pas, nr \(index % 2 == 0 ? "" : "bloku ")4"
                    )
                    new = try new.moved(east: border - 8 + Double(index) / 2)
                    // Related categories are one matter too.
                    if index % 5 == 4 { new.category = "road.pavement" }
                    try new.compare()
                    let ledger = index % 2 == 0 ? one : other
                    group.addTask { [new] in try await ledger.record(new).receipt }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            await second.shutdown(within: .seconds(5))
            #expect(Set(receipts.map(\.number)).count == 32)
            let potholes = receipts.filter { $0.category == "road.pothole" }
            let alone = potholes.filter { $0.link == nil }
            // Whoever came first leads; nobody else stands alone, and all name the same leader.
            let leaders = Set(potholes.compactMap(\.link?.number))
            #expect(leaders.count == 1)
            #expect(alone.count <= 1)
            if let first = alone.first { #expect(leaders == [first.number]) }
            let chains = try await database.read { session in
                try session.query(
                    """
                    SELECT count(*) FROM report r JOIN report l ON l.id = r.suggested_id WHERE l.suggested_id IS NOT NULL
                    """
                ).one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(chains == 0)
        }
    }

    @Test func `the same sent by one sender on two instances at once is one report`() async throws {
        try await withLedger("raced_resend") { one, database, _ in
            let second = Database(database.configuration)
            let other = try Ledger.krakow(on: second)
            var new = try NewReport.pothole()
            new.sender = ReportSender(
                sender: [UInt8](repeating: 1, count: 16),
                fingerprint: [UInt8](repeating: 2, count: 16)
            )
            try new.compare()
            let numbers = try await withThrowingTaskGroup(of: ReportNumber.self) { group in
                for index in 0..<16 {
                    let ledger = index % 2 == 0 ? one : other
                    group.addTask { [new] in try await ledger.record(new).receipt.number }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            await second.shutdown(within: .seconds(5))
            #expect(numbers.count == 1)
        }
    }
}
