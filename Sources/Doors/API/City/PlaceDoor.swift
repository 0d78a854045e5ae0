import Formats
package import HTTP
package import Territory

/// Where a point lies and who is in charge there, with the reasons: `/api/v1/place`.
package struct PlaceDoor: Sendable {
    private let city: CurrentCity

    package init(_ city: CurrentCity) {
        self.city = city
    }

    /// Adds the door's address.
    ///
    /// Placing takes microseconds, so it is done on the thread that asks.
    package func open(on router: inout Router) {
        router.group("/api/v1", cors: .publicReads) { group in
            group.get("/place", inline: { try place($0) })
        }
    }

    private func place(_ request: Request) throws -> Response {
        let city = city.value
        let question = try PlaceQuestion(request.query, in: city, now: .now)
        return Response(.json, try city.answer(to: question))
    }
}
