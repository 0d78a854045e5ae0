import Testing

@testable import HTTP

struct ParkingTests {
    private enum Event { case halt, call, seal }

    @Test(
        arguments: [
            ([.halt], ["suspend"]),
            ([.halt, .call], ["suspend", "resume"]),
            ([.call, .halt], ["nothing", "lookAgain"]),
            ([.call, .call, .halt, .halt], ["nothing", "nothing", "lookAgain", "suspend"]),
            ([.halt, .call, .call, .halt], ["suspend", "resume", "nothing", "lookAgain"]),
            ([.halt, .call, .halt, .call], ["suspend", "resume", "suspend", "resume"]),
            ([.seal, .halt], ["nothing", "giveUp"]),
            ([.halt, .seal, .call, .halt], ["suspend", "resume", "nothing", "giveUp"]),
            ([.halt, .seal, .seal], ["suspend", "resume", "nothing"]),
        ] as [([Event], [String])]
    )
    private func `no call is lost, and nothing is resumed twice`(events: [Event], actions: [String]) {
        var parking = Parking()
        let seen = events.map { event in
            switch event {
            case .halt: "\(parking.halt())"
            case .call: "\(parking.call())"
            case .seal: "\(parking.seal())"
            }
        }
        #expect(seen == actions)
    }

    @Test func `a connection keeps its phase with its deadline, and is overdue once`() {
        let connection = Connection(number: 1, socket: -1, peer: .loopback, isCounted: false, deadline: 1_000)
        #expect(connection.overdue(at: 999) == nil)
        #expect(connection.phase == .awaitingHead)
        connection.enter(.sending, until: 2_000)
        #expect(connection.overdue(at: 1_999) == nil)
        #expect(connection.overdue(at: 2_000) == .sending)
        #expect(connection.overdue(at: 3_000) == nil)
        connection.enter(.answering, until: Connection.never)
        #expect(connection.overdue(at: .max >> 4) == nil)
    }
}
