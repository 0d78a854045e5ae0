package import Addresses
package import HTTP

/// Addresses by name and by place: `/api/v1/addresses` and `/api/v1/addresses/reverse`.
package struct AddressesDoor: Sendable {
    private let search: AddressSearch
    private let city: String

    /// A door to a search.
    ///
    /// - Parameters:
    ///   - search: what finds.
    ///   - city: the city's name, which people write into addresses and which says nothing here.
    package init(_ search: AddressSearch, city: String) {
        self.search = search
        self.city = city
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/api/v1/addresses", cors: .publicReads) { group in
            group.get("/", task: { try await find($0) })
            group.get("/reverse", task: { try await name($0) })
        }
    }

    private func find(_ request: Request) async throws -> Response {
        let filters = try AddressFilters(request.query, known: ["q", "lon", "lat", "limit"])
        let query = try filters.query(in: city)
        let place = try filters.placeIfAny()
        return answer(try await search.search(query, near: place, limit: try filters.limit()))
    }

    private func name(_ request: Request) async throws -> Response {
        let filters = try AddressFilters(request.query, known: ["lon", "lat"])
        return answer(try await search.nearest(to: try filters.place()))
    }

    private func answer(_ found: AddressAnswer) -> Response {
        var response = Response(.json, found.json)
        // What somebody looked for is kept nowhere on the way.
        response.headers.set(.cacheControl, "no-store")
        return response
    }
}
