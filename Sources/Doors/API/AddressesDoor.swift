package import Addresses
import Formats
import Geography
package import HTTP

/// Addresses by name and by place: `/api/v1/addresses` and `/api/v1/addresses/reverse`.
package struct AddressesDoor: Sendable {
    private static let usualEntries = 10
    private static let mostEntries = 20

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
        var reader = QueryReader(request.query)
        let query = reader.required("q").flatMap { text -> AddressQuery? in
            let query = AddressQuery(text, in: city)
            if query == nil { reader.report("q", "format", .unfitAddress) }
            return query
        }
        let place = reader.placeIfAny()
        let limit = reader.integer(
            "limit",
            in: 1...AddressesDoor.mostEntries,
            usually: AddressesDoor.usualEntries
        )
        try reader.finish()
        // A query that isn't there was reported above.
        guard let query else { throw Problem.internalError }
        return answer(try await search.search(query, near: place, limit: limit))
    }

    private func name(_ request: Request) async throws -> Response {
        var reader = QueryReader(request.query)
        let place = reader.place()
        try reader.finish()
        guard let place else { throw Problem.internalError }
        return answer(try await search.nearest(to: place))
    }

    private func answer(_ found: AddressAnswer) -> Response {
        var response = Response(.json, found.json)
        // What somebody looked for is kept nowhere on the way.
        response.headers.set(.cacheControl, "no-store")
        return response
    }
}

extension LocalizedText {
    fileprivate static let unfitAddress = LocalizedText(
        pl: "Podaj nazwę lub adres: od 1 do \(AddressQuery.longest) znaków, w tym litera lub cyfra.",
        en:
            "Give a name or an address: 1 to \(AddressQuery.longest) characters, a letter or digit among them."
    )
}
