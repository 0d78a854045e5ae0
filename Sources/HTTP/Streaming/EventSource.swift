import Synchronization

/// Sends the same events to many clients, and to those who come back what they missed; one that does not keep up is
/// dropped.
package final class EventSource: Sendable {
    private struct State {
        var clients: [ObjectIdentifier: EventReader] = [:]
        var journal: EventJournal
        var dropped = 0
    }

    let limits: Limits
    private let state: Mutex<State>

    /// A source without clients.
    ///
    /// - Parameters:
    ///   - name: begins every event's id; no other source, nor this one after a restart, has the same.
    ///   - limits: how much is kept for clients.
    package init(name: String, limits: Limits = Limits()) {
        self.limits = limits
        let journal = EventJournal(
            source: name,
            capacity: limits.journalEvents,
            byteCapacity: limits.journalBytes
        )
        state = Mutex(State(journal: journal))
    }

    /// How many clients listen.
    package var clientCount: Int { state.withLock { $0.clients.count } }
    /// How many clients were dropped because they did not keep up.
    package var droppedCount: Int { state.withLock { $0.dropped } }

    /// The id of the latest event: a client that begins after it misses nothing of what comes.
    package var position: String { state.withLock { $0.journal.position } }

    /// Sends an event to every client; never waits.
    package func publish(_ event: ServerSentEvent) {
        let effects = state.withLock { state in
            let bytes = state.journal.add(event)
            return state.clients.values.compactMap { $0.append(bytes) }
        }
        for effect in effects { effect.run() }
    }

    /// The listeners that have a stream.
    package var listeners: Set<Int> {
        state.withLock { state in Set(state.clients.values.compactMap(\.listener)) }
    }

    /// Ends the streams of some listeners; what waits for them is still delivered.
    package func end(_ listeners: Set<Int>) {
        let clients = state.withLock { state in
            state.clients.values.filter { client in client.listener.map(listeners.contains) ?? false }
        }
        for client in clients { client.finish() }
    }

    /// An answer that tells what the client missed, and then follows the source.
    ///
    /// Where the past begins is decided when the client joins the source, so that nothing is lost in between.
    ///
    /// `lastEventID` is the request's. A client that names no event hears `greeting` first; one that names an event which
    /// is not known, or older than what is kept, `loss`. Both are made in the moment it joins, so they must be quick.
    /// With a `listener` the stream can be ended by `end`.
    package func response(
        after lastEventID: String?,
        for listener: Int? = nil,
        greeting: @escaping @Sendable () -> ServerSentEvent,
        loss: @escaping @Sendable () -> ServerSentEvent
    ) -> Response {
        let subscription = EventSubscription(
            source: self,
            lastEventID: lastEventID,
            listener: listener,
            greeting: greeting,
            loss: loss
        )
        var response = Response(.ok, body: .events(subscription))
        response.headers.add(.contentType, ContentType.eventStream.value)
        response.headers.add(.cacheControl, "no-store")
        response.headers.add(.proxyBuffering, "no")
        return response
    }

    /// Lets a client join, which takes what it missed; false if there are as many as there may be.
    func add(_ client: EventReader, _ subscription: EventSubscription) -> Bool {
        state.withLock { state in
            guard state.clients.count < limits.clients else { return false }
            client.begin(with: opening(subscription, state.journal))
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

    /// A greeting has the id of the event before it, so that a client that goes at once can come back too.
    private func opening(_ subscription: EventSubscription, _ journal: EventJournal) -> [[UInt8]] {
        guard let id = subscription.lastEventID, !id.isEmpty else {
            return [subscription.greeting().bytes(id: journal.position)]
        }
        return journal.events(after: id).map(Array.init) ?? [subscription.loss().bytes(id: journal.position)]
    }
}
