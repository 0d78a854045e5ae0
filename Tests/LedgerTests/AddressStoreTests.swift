import Addresses
import Geography
import PostgreSQL
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(2)))
struct AddressStoreTests {
    @Test func `a new register replaces the old one as a whole`() async throws {
        try await withAddresses("address_replace", [try .at(0, 0, "ul. Stara", "1")]) { store, database in
            let new = [
                Address(
                    street: "al. Nowa",
                    number: "12 A",
                    postcode: "31-147",
                    coordinate: try Address.at(1, 1, "x").coordinate,
                    kind: .address,
                    precision: 2.5,
                    origin: "register"
                )
            ]
            try await store.replace(with: new)
            let old = try await store.labels("stara")
            #expect(old.isEmpty)
            let query = try #require(AddressQuery("nowa 12a"))
            let found = try await store.search(query, near: nil, limit: 5).map(\.address)
            #expect(found == new)
            let streets = try await database.read { session in
                try session.query("SELECT count(*) FROM address_street").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            #expect(streets == 1)
        }
    }

    @Test func `an empty table is filled once, whoever comes first`() async throws {
        try await withDatabase("address_fill") { database in
            _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
            let store = try AddressStore(database)
            let addresses = [try Address.at(0, 0, "ul. Pierwsza"), try .at(1, 0, "ul. Druga")]
            let done = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await store.fill(with: addresses) } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let count = try await store.count()
            #expect(done == 1 && count == 2)
        }
    }

    @Test func `a role that only owns what it makes can create the table and search it`() async throws {
        let script = String(decoding: try Checkout.read("sql/0003_address.sql"), as: UTF8.self)
        try await withDatabase("address_owner") { database in
            let likeness = try await database.write { session in
                try session.run(
                    unsafeScript: """
                        CREATE ROLE address_owner; GRANT CREATE ON DATABASE address_owner TO address_owner;
                        GRANT CREATE ON SCHEMA public TO address_owner; SET LOCAL ROLE address_owner
                        """
                )
                try session.run(unsafeScript: script)
                return try session.query("SELECT word_similarity('grodska', 'grodzka')::float8").one {
                    try $0.decode(Double.self, at: 0)
                }
            }
            #expect(likeness == 0.5)
        }
    }

    @Test func `a search of a hundred thousand entries uses its indexes`() async throws {
        try await withAddresses("address_plans", GeneratedAddresses.all(100_000)) { store, database in
            let count = try await store.count()
            #expect(count == 100_000)
            let reading = try #require(AddressQuery("karnowska 12")?.readings.first)
            let search = AddressStatement(reading, near: Metres(x: 7_423_900, y: 5_547_300), limit: 10)
            let beginnings = try await plan(search.byBeginnings, in: database)
            #expect(beginnings.contains("Bitmap Index Scan on address_street_searched"))
            #expect(beginnings.contains("address_of_street"))
            #expect(!beginnings.contains("Seq Scan"))
            let likeness = try await plan(search.byLikeness, in: database)
            #expect(likeness.contains("Bitmap Index Scan on address_street_searched"))
            #expect(!likeness.contains("Seq Scan"))
            let place = try Address.at(0, 0, "x").coordinate
            let nearest = try await plan(try store.nearestStatement(to: place, within: 200), in: database)
            #expect(nearest.contains("address_morton"))
            #expect(!nearest.contains("Seq Scan"))
        }
    }

    private func plan(_ statement: SQL, in database: Database) async throws -> String {
        try await database.read { session in
            try session.query("EXPLAIN \(statement)").map { try $0.decode(String.self, at: 0) }
        }.joined(separator: "\n")
    }
}
