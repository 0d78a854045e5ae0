import Testing

@testable import PostgreSQL

@Suite struct BackoffTests {
    @Test func `waits double up to the cap, each within half and all of it`() {
        var backoff = Backoff(first: .milliseconds(50), cap: .seconds(2), seed: 1)
        for full in [50, 100, 200, 400, 800, 1600, 2000, 2000] {
            let wait = backoff.wait()
            #expect(wait >= .milliseconds(full) / 2 && wait <= .milliseconds(full))
        }
        backoff.reset()
        let wait = backoff.wait()
        #expect(wait <= .milliseconds(50))
    }

    @Test func `the same seed waits the same`() {
        var first = Backoff(first: .milliseconds(50), cap: .seconds(2), seed: 9)
        var second = Backoff(first: .milliseconds(50), cap: .seconds(2), seed: 9)
        let waits = (0..<9).map { _ in first.wait() }
        let others = (0..<9).map { _ in second.wait() }
        #expect(waits == others)
    }
}
