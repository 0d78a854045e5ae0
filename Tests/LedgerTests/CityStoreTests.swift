import Ledger
import PostgreSQL
import TestSupport
import Testing

struct CityStoreTests {
    @Test(.timeLimit(.minutes(1)))
    func `files fill an empty store once, whoever comes first`() async throws {
        try await withLedger("city_store") { _, database, _ in
            let store = CityStore(database)
            let isEmpty = try await store.documents().isEmpty
            #expect(isEmpty)
            try await withThrowingDiscardingTaskGroup { group in
                for number in 0..<10 {
                    group.addTask { try await store.load(["city": "\(number)", "districts": "\(number)"]) }
                }
            }
            let documents = try await store.documents()
            #expect(documents.count == 2)
            #expect(documents["city"] == documents["districts"])
            try await store.load(["city": "later"])
            let afterwards = try await store.documents()
            #expect(afterwards == documents)
        }
    }
}
