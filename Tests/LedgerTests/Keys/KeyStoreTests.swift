import Cryptography
import Formats
import Ledger
import PostgreSQL
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct KeyStoreTests {
    private func name(_ text: String) throws -> KeyName { try #require(KeyName(text)) }

    @Test func `a key is found by its text, with what it may do`() async throws {
        try await withLedger("keys_add") { _, database, _ in
            let store = KeyStore(database)
            let app = try await store.add(name: name("app"), scopes: [.report])
            let desk = try await store.add(name: name("desk"), scopes: [.unit, .report], unit: "ZDMK")
            let found = try #require(try await store.key(desk.hash))
            #expect(found.name == "desk")
            #expect(found.scopes == [.unit, .report])
            #expect(found.unit == "ZDMK")
            let all = try await store.all()
            #expect(all[desk.hash] == found)
            #expect(all[app.hash]?.scopes == [.report])
            #expect(all[app.hash]?.unit == nil)
            #expect(all.count == 2)
            let stranger = try await store.key(KeyText.random().hash)
            #expect(stranger == nil)
        }
    }

    @Test func `the text of a key is nowhere in the database`() async throws {
        try await withLedger("keys_hidden") { _, database, _ in
            let key = try await KeyStore(database).add(name: name("app"), scopes: [.import])
            let row = try await database.read { session in
                try session.query("SELECT api_key::text FROM api_key").one {
                    try $0.decode(String.self, at: 0)
                }
            }
            #expect(row.contains(key.hash.hexadecimal))
            #expect(!row.contains(key.secret.dropFirst(KeyText.prefix.count)))
            let tail = Array(key.secret.dropFirst(KeyText.prefix.count).utf8).map { String($0, radix: 16) }
                .joined()
            #expect(!row.contains(tail))
        }
    }

    @Test func `a revoked key is in no ring, but stays in the list`() async throws {
        try await withLedger("keys_revoke") { _, database, _ in
            let store = KeyStore(database)
            let key = try await store.add(name: name("app"), scopes: [.report])
            let stays = try await store.add(name: name("App"), scopes: [.report])
            var outcomes: [KeyRevocation] = []
            for text in ["app", "app", "nobody"] { outcomes.append(try await store.revoke(name(text))) }
            #expect(outcomes == [.revoked, .wasRevoked, .unknown])
            let found = try await store.key(key.hash)
            #expect(found == nil)
            let all = try await store.all()
            #expect(Set(all.keys) == [stays.hash])
            let list = try await store.list()
            #expect(list.map(\.key.name).sorted() == ["App", "app"])
            let revoked = try #require(list.first { $0.key.name == "app" })
            #expect(try #require(revoked.revoked) >= revoked.created)
            #expect(list.first { $0.key.name == "App" }?.revoked == nil)
        }
    }

    @Test func `a name is given once, even after its key was revoked`() async throws {
        try await withLedger("keys_names") { _, database, _ in
            let store = KeyStore(database)
            let first = try await store.add(name: name("app"), scopes: [.report])
            let taken = name
            await #expect(throws: KeyNameTaken.self) {
                try await store.add(name: taken("app"), scopes: [.import])
            }
            _ = try await store.revoke(name("app"))
            await #expect(throws: KeyNameTaken.self) {
                try await store.add(name: taken("app"), scopes: [.report])
            }
            let list = try await store.list()
            #expect(list.map(\.key.scopes) == [[.report]])
            let found = try await store.key(first.hash)
            #expect(found == nil)
        }
    }

    @Test func `the table refuses what no key is`() async throws {
        try await withLedger("keys_checks") { _, database, _ in
            let hash = "sha256('a')"
            for values in [
                "'', \(hash), '{report}', NULL", "'a b', \(hash), '{report}', NULL",
                "'a', 'x', '{report}', NULL", "'a', \(hash), '{}', NULL", "'a', \(hash), '{all}', NULL",
                "'a', \(hash), '{unit}', NULL", "'a', \(hash), '{report}', 'ZDMK'",
                "'a', \(hash), '{report,NULL}', NULL",
            ] {
                let error = try await databaseError {
                    try await database.write {
                        try $0.run(
                            unsafeScript: "INSERT INTO api_key (name, hash, scopes, unit) VALUES (\(values))"
                        )
                    }
                }
                #expect(error?.state?.code == "23514", "\(values)")
            }
        }
    }
}
