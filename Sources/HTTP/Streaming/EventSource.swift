import Synchronization

/// Sends the same events to many clients; one that does not keep up is dropped.
package final class EventSource: Sendable {
    /// How much is kept for clients.
    package struct Limits: Sendable {
        /// Clients at the same time.
        package var clients = 2_000
        /// Bytes that wait for one client; above them it is dropped.
        package var backlogBytes = 65_536
        /// Silence after which a comment is sent.
        package var heartbeat: Duration = .seconds(15)
        /// How long clients are told to wait before they come back.
        package var retryMilliseconds = 3_000

        /// The limits that suit most streams.
        package init() {}
    }

    private struct State {
        var clients: [ObjectIdentifier: EventReader] = [:]
        var dropped = 0
    }

    let limits: Limits
    private let state = Mutex(State())

    /// A source without clients.
    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// How many clients listen.
    package var clientCount: Int { state.withLock { $0.clients.count } }
    /// How many clients were dropped because they did not keep up.
    package var droppedCount: Int { state.withLock { $0.dropped } }

    /// Sends an event to every client; never waits.
    package func publish(_ event: ServerSentEvent) {
        for client in state.withLock({ Array($0.clients.values) }) {
            client.append(event.bytes)
        }
    }

    /// An answer that lists what the client missed and then follows the source.
    ///
    /// `replay` holds the events since the one named by the request's `Last-Event-ID`.
    package func response(replay: [ServerSentEvent] = []) -> Response {
        var response = Response(.ok, body: .events(EventSubscription(source: self, replay: replay)))
        response.headers.add(.contentType, ContentType.eventStream.value)
        response.headers.add(.cacheControl, "no-store")
        response.headers.add(.proxyBuffering, "no")
        return response
    }

    func add(_ client: EventReader) -> Bool {
        state.withLock { state in
            guard state.clients.count < limits.clients else { return false }
            state.clients[ObjectIdentifier(client)] = client
            return true
        }
    }

    func remove(_ client: EventReader, dropped: Bool) {
        state.withLock { state in
            let known = state.clients.removeValue(forKey: ObjectIdentifier(client))
            if dropped, known != nil { state.dropped += 1 }
        }
    }
}

/// One client's wish to follow a source.
package struct EventSubscription: Sendable {
    let source: EventSource
    let replay: [ServerSentEvent]
}
