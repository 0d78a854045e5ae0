package import HTTP

/// What changes on the map while it changes: `/events`, as server-sent events.
package struct EventsDoor: Sendable {
    private let events: TileEvents

    /// A door to the events of the map.
    package init(_ events: TileEvents) {
        self.events = events
    }

    /// Adds the door's address.
    package func open(on router: inout Router) {
        router.group("/events", cors: .publicReads) { group in
            group.get("/", inline: { try follow($0) })
        }
    }

    private func follow(_ request: Request) throws -> Response {
        var reader = QueryReader(request.query)
        let known = reader.text("after")
        try reader.finish()
        // A browser that comes back by itself has heard more than the page knew when it was made.
        return events.response(after: request.headers[.lastEventID] ?? known)
    }
}
