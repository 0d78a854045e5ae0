package import Geography

/// The city's own addresses, wherever they are kept.
package protocol AddressTable: Sendable {
    /// The entries that fit a query, the best first, and the nearest first among equals.
    func search(_ query: AddressQuery, near place: Coordinate?, limit: Int) async throws -> [AddressMatch]

    /// The entry that says best where a place is, and how many metres it is away; nil if there is none in reach.
    func nearest(
        to place: Coordinate,
        within metres: Double
    ) async throws -> (address: Address, distance: Double)?
}
