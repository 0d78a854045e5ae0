package import Geography

/// Finds addresses by what somebody types, and by place: in the city's own table first, and where that does not
/// know and one is configured, with a service that knows more.
package struct AddressSearch: Sendable {
    /// Fewer letters are not worth asking others.
    private static let shortestOutside = 3
    /// Two entries as near to each other are the same place.
    private static let samePlace = 50.0
    /// How far an address may be from the place that it names.
    package static let reach = 200.0

    private let table: any AddressTable
    private let geocoder: Geocoder?
    private let isInCity: @Sendable (Coordinate) -> Bool

    /// A search in a table, and perhaps a service.
    ///
    /// - Parameters:
    ///   - table: the city's own addresses.
    ///   - geocoder: the service; nil if none is configured.
    ///   - isInCity: drops what the service finds elsewhere.
    package init(
        _ table: any AddressTable,
        geocoder: Geocoder? = nil,
        isInCity: @escaping @Sendable (Coordinate) -> Bool
    ) {
        self.table = table
        self.geocoder = geocoder
        self.isInCity = isInCity
    }

    /// What fits a query, the best first, and the nearest first among equals.
    package func search(
        _ query: AddressQuery,
        near place: Coordinate? = nil,
        limit: Int
    ) async throws -> AddressAnswer {
        let own = try await table.search(query, near: place, limit: limit)
        var found = own.map { AddressAnswer.Found(address: $0.address, source: .city, distance: $0.distance) }
        guard let geocoder, !own.contains(where: \.isSettled),
            query.text.unicodeScalars.count >= AddressSearch.shortestOutside
        else { return AddressAnswer(found, limitation: nil) }
        let others: [Address]
        do {
            others = try await geocoder.search(query.text, limit: limit)
        } catch {
            return AddressAnswer(found, limitation: try limitation(error))
        }
        // Ours are guesses by now: what the service is sure of goes before likenesses.
        var sure = others.filter { isInCity($0.coordinate) }.map { address in
            AddressAnswer.Found(
                address: address,
                source: .geocoder,
                distance: place.map { $0.distance(to: address.coordinate) }
            )
        }
        sure.removeAll { entry in found.contains { AddressSearch.isSame($0.address, entry.address) } }
        let likely = own.prefix { $0.name < .likeness }.count
        found.insert(contentsOf: sure, at: likely)
        return AddressAnswer(Array(found.prefix(limit)), limitation: nil)
    }

    /// The address of a place: at most one.
    package func nearest(to place: Coordinate) async throws -> AddressAnswer {
        if let own = try await table.nearest(to: place, within: AddressSearch.reach) {
            let found = AddressAnswer.Found(address: own.address, source: .city, distance: own.distance)
            return AddressAnswer([found], limitation: nil)
        }
        guard let geocoder, isInCity(place) else { return AddressAnswer([], limitation: nil) }
        do {
            let found = try await geocoder.reverse(place).compactMap { address -> AddressAnswer.Found? in
                let distance = place.distance(to: address.coordinate)
                guard distance <= AddressSearch.reach, isInCity(address.coordinate) else { return nil }
                return AddressAnswer.Found(address: address, source: .geocoder, distance: distance)
            }
            return AddressAnswer(Array(found.prefix(1)), limitation: nil)
        } catch {
            return AddressAnswer([], limitation: try limitation(error))
        }
    }

    private func limitation(_ error: GeocoderError) throws -> AddressAnswer.Limitation {
        switch error {
        case .away: .serviceAway
        case .slow: .serviceSlow
        case .cancelled: throw CancellationError()
        }
    }

    private static func isSame(_ left: Address, _ right: Address) -> Bool {
        left.number.flatMap { HouseNumber($0) } == right.number.flatMap { HouseNumber($0) }
            && FoldedStreet(left.street).name == FoldedStreet(right.street).name
            && left.coordinate.distance(to: right.coordinate) <= samePlace
    }
}
