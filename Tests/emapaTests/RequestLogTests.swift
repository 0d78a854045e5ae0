import Testing

@testable import HTTP
@testable import emapa

/// Which requests are worth a line in the log.
struct RequestLogTests {
    private func line(_ status: Status, seconds: Double, isFollowing: Bool = false) -> LogLine? {
        let record = RequestRecord(
            id: RequestID(accepting: "a"),
            method: .get,
            route: "/events",
            status: status,
            duration: .seconds(seconds),
            bodyBytes: nil,
            isComplete: true,
            isFollowing: isFollowing
        )
        return Observation.server(.requestFinished(record)).logLine
    }

    @Test func `what took a second has one, unless it followed events for as long as it liked`() {
        #expect(line(.ok, seconds: 1.1)?.event == "http.slow")
        #expect(line(.ok, seconds: 0.9) == nil)
        #expect(line(.ok, seconds: 3_600, isFollowing: true) == nil)
    }

    @Test func `what failed has one, however quick it was`() {
        #expect(line(.internalError, seconds: 0.001)?.event == "http.error")
        #expect(line(.serviceUnavailable, seconds: 0.001, isFollowing: true)?.event == "http.error")
    }
}
