import Formats
import Ledger
import PostgreSQL
import TestSupport
import Testing

struct ForgetTests {
    @Test(.timeLimit(.minutes(1)))
    func `requests are forgotten after seven days, not before`() async throws {
        try await withLedger("forget") { ledger, database, _ in
            let request = NamedRequest(
                name: [UInt8](repeating: 1, count: 32),
                content: [UInt8](repeating: 2, count: 32)
            )
            let receipt = try await ledger.record(.pothole(), as: request).receipt
            let now = Timestamp.now
            let early = try await ledger.forgetRequests(at: now.advanced(bySeconds: 7 * 86_400 - 60))
            #expect(early == 0)
            let kept = try await ledger.recall(request)
            #expect(kept == receipt)
            let late = try await ledger.forgetRequests(at: now.advanced(bySeconds: 7 * 86_400 + 60))
            #expect(late == 1)
            let gone = try await ledger.recall(request)
            #expect(gone == nil)
        }
    }
}
