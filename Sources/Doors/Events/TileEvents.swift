package import Formats
package import HTTP
package import LiveMap
import Synchronization

/// Joins the live map to those who follow it: takes its changes in, and tells them when it is asked to.
package final class TileEvents: Sendable {
    private let news: Mutex<TileNews>
    private let source: EventSource
    /// Yields when there may be something to tell; for one reader.
    package let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// Begins on a day of the city, without clients.
    package init(on day: CivilDate, limits: EventSource.Limits = EventSource.Limits()) {
        news = Mutex(TileNews(on: day))
        source = EventSource(name: String(UInt64.random(in: .min ... .max), radix: 36), limits: limits)
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// How many clients listen.
    package var clientCount: Int { source.clientCount }

    /// From where a page that is made now has to be told of changes.
    var position: String { source.position }

    /// Takes a change of the map; never waits.
    package func note(_ change: MapChange) {
        if news.withLock({ $0.note(change) }) { nudge() }
    }

    /// Forgets what waits to be told: nobody has seen anything yet that could be different.
    package func forget() {
        news.withLock { $0.forget() }
    }

    /// Has `wakes` yield, so that somebody looks whether there is something to tell.
    package func nudge() {
        wake.yield()
    }

    /// Tells all clients what has changed since the last time, on this day of the city.
    package func tell(on day: CivilDate) {
        for item in news.withLock({ $0.take(on: day) }) { source.publish(ServerSentEvent(item)) }
    }

    /// The stream for a client that heard the event with this id last, if any.
    func response(after lastEventID: String?) -> Response {
        source.response(
            after: lastEventID,
            greeting: { [self] in .greeting(on: news.withLock { $0.day }) },
            loss: { [self] in ServerSentEvent(.reset(news.withLock { $0.day })) }
        )
    }
}
