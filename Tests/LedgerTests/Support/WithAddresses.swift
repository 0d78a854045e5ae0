import Addresses
import Geography
import PostgreSQL
import TestSupport
import Testing

@testable import Ledger

/// Runs a test with an address table on a migrated database of its own.
func withAddresses(
    _ name: String,
    _ addresses: [Address],
    _ body: (AddressStore, Database) async throws -> Void
) async throws {
    try await withDatabase(name) { database in
        _ = try await Migrations(folder: "\(Checkout.root)/sql").apply(in: database)
        let store = try AddressStore(database)
        try await store.replace(with: addresses)
        try await body(store, database)
    }
}

extension AddressStore {
    /// The labels that a query finds.
    func labels(_ text: String, near: Coordinate? = nil, limit: Int = 10) async throws -> [String] {
        let query = try #require(AddressQuery(text, in: "Kraków"))
        return try await search(query, near: near, limit: limit).map(\.address.label)
    }
}

extension Address {
    /// An address at a place given in thousandths of a degree from the main square.
    static func at(
        _ east: Int,
        _ north: Int,
        _ street: String,
        _ number: String? = nil,
        kind: AddressKind? = nil,
        precision: Double? = nil
    ) throws -> Address {
        Address(
            street: street,
            number: number,
            coordinate: try #require(
                Coordinate(longitude: 19.937 + Double(east) / 1_000, latitude: 50.062 + Double(north) / 1_000)
            ),
            kind: kind ?? (number == nil ? .street : .address),
            precision: precision
        )
    }
}
