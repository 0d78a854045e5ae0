import HTTP
import Testing

@testable import HTTPClient

struct TransferQueueTests {
    private let start = ContinuousClock.now

    private func job(after wait: Duration = .seconds(1)) -> TransferJob {
        TransferJob(OutgoingRequest(.get, "http://x/"), deadline: start + wait) { _ in }
    }

    @Test func `jobs leave in the order in which they came, and one too many is refused`() {
        var queue = TransferQueue(capacity: 2)
        let jobs = [job(), job(), job()]
        let refusals = jobs.map { queue.submit($0) }
        #expect(refusals == [nil, nil, .overloaded])
        let left = [queue.next(), queue.next(), queue.next()]
        #expect(left[0] === jobs[0] && left[1] === jobs[1] && left[2] == nil)
    }

    @Test func `a job that is cancelled already is not taken`() {
        var queue = TransferQueue(capacity: 2)
        let cancelled = job()
        cancelled.cancel()
        let refusal = queue.submit(cancelled)
        #expect(refusal == .cancelled)
    }

    @Test func `a job belongs to one alone`() {
        var queue = TransferQueue(capacity: 2)
        let only = job()
        let refusal = queue.submit(only)
        let removals = [queue.remove(only), queue.remove(only)]
        let next = queue.next()
        #expect(refusal == nil && removals == [true, false] && next == nil)
    }

    @Test func `jobs whose deadline has come are given out`() {
        var queue = TransferQueue(capacity: 2)
        let (early, late) = (job(after: .seconds(1)), job(after: .seconds(3)))
        let refusals = [late, early].map { queue.submit($0) }
        let none = queue.takeExpired(at: start)
        let expired = queue.takeExpired(at: start + .seconds(2))
        let next = queue.next()
        #expect(refusals == [nil, nil] && none.isEmpty)
        #expect(expired.count == 1 && expired.first === early && next === late)
    }

    @Test func `a closed queue gives out what waits and takes no more`() {
        var queue = TransferQueue(capacity: 2)
        let before = queue.submit(job())
        let waiting = queue.close()
        let after = queue.submit(job())
        #expect(before == nil && waiting.count == 1 && after == .closed)
    }
}

struct ServiceAddressTests {
    @Test(arguments: [
        ("https://geo.example.org", "https://geo.example.org"),
        ("http://127.0.0.1:8080/nominatim/", "http://127.0.0.1:8080/nominatim"),
        ("HTTPS://geo.example.org//", "HTTPS://geo.example.org"), ("http://[::1]:80", "http://[::1]:80"),
    ])
    func `an address is kept without its last slash`(text: String, kept: String) {
        #expect(ServiceAddress(text)?.text == kept)
    }

    @Test(arguments: [
        "", "geo.example.org", "ftp://geo.example.org", "http://", "http:///path", "http://:80",
        "file:///etc",
        "http://user:secret@geo.example.org", "http://geo.example.org/?q=1", "http://geo.example.org/#a",
        "http://geo example.org", "http://geo.example.org/ł", "http://geo.example.org/\n",
    ])
    func `what is no plain address is refused`(text: String) {
        #expect(ServiceAddress(text) == nil)
    }

    @Test func `what is asked for is escaped byte by byte`() throws {
        let address = try #require(ServiceAddress("http://x/base"))
        #expect(
            address.appending("/search", query: [("q", "Długa 1&2"), ("a b", "+/?")])
                == "http://x/base/search?q=D%C5%82uga%201%262&a%20b=%2B%2F%3F"
        )
    }
}
