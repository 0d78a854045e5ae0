import Formats
import HTTP
package import Ledger
package import Reports
import Synchronization

/// Tells pages of the console which reports have changed: numbers alone, so that everybody's stream is the same; what
/// somebody may see of them, they ask for.
package final class CaseEvents: Sendable {
    private struct News {
        var numbers: Set<ReportNumber> = []
        var areMany = false
    }

    /// With more at once, a page asks for everything anew.
    private static let most = 200

    private let news = Mutex(News())
    private let source: EventSource
    /// Yields when there is something to tell; for one reader.
    package let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// Begins without clients.
    package init() {
        source = EventSource(name: String(UInt64.random(in: .min ... .max), radix: 36))
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// From where a page that is made now has to be told of changes.
    var position: String { source.position }

    /// How many streams there are.
    var streamCount: Int { source.clientCount }

    /// Takes reports that have changed; never waits.
    package func note(_ marks: [ReportMark]) {
        guard !marks.isEmpty else { return }
        news.withLock { news in
            if news.areMany { return }
            for mark in marks { news.numbers.insert(mark.number) }
            if news.numbers.count > CaseEvents.most { news = News(areMany: true) }
        }
        wake.yield()
    }

    /// Tells all clients what has changed since the last time.
    package func tell() {
        let news = news.withLock { news in
            defer { news = News() }
            return news
        }
        if news.areMany {
            source.publish(ServerSentEvent(data: "{}", name: "many"))
        } else if !news.numbers.isEmpty {
            source.publish(ServerSentEvent(data: CaseEvents.json(of: news.numbers), name: "cases"))
        }
    }

    /// Ends the streams whose sessions are over: one question for all streams of this instance, none where there are none.
    ///
    /// - Throws: what the database throws; then all go on.
    package func endStreams(without sessions: StaffSessions) async throws {
        let followed = source.listeners
        guard !followed.isEmpty else { return }
        source.end(followed.subtracting(try await sessions.inForce(among: followed)))
    }

    /// The stream of a session for a client that heard the event with this id last, if any.
    func response(after lastEventID: String?, in session: StaffSession) -> Response {
        source.response(
            after: lastEventID,
            for: session.id,
            greeting: { ServerSentEvent(data: "{}", name: "hello") },
            loss: { ServerSentEvent(data: "{}", name: "many") }
        )
    }

    private static func json(of numbers: Set<ReportNumber>) -> String {
        var json = JSONWriter(reserving: 32 + 20 * numbers.count)
        json.beginObject()
        json.key("numbers")
        json.strings(numbers.map(\.description).sorted())
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
