import Addresses
import Geography
import PostgreSQL

extension AddressKind: ColumnValue {}

extension AddressStore {
    private static let streetColumns = ["id", "way", "name", "east", "north"]
    private static let addressColumns = [
        "id", "street_id", "street", "number", "postcode", "lon", "lat", "east", "north", "morton", "kind",
        "precision_m", "source", "house", "number_folded",
    ]

    func write(_ addresses: [Address], in transaction: borrowing Session) throws {
        let metres = try metres(of: addresses.map(\.coordinate))
        let streets = StreetIndex(addresses, metres: metres)
        try transaction.execute("DELETE FROM address")
        try transaction.execute("DELETE FROM address_street")
        try transaction.copy(into: "address_street", columns: AddressStore.streetColumns) { rows in
            for (id, street) in streets.streets.enumerated() {
                try rows.append(
                    row: Int32(clamping: id),
                    street.name.way,
                    street.name.name,
                    street.middle.x,
                    street.middle.y
                )
            }
        }
        try transaction.copy(into: "address", columns: AddressStore.addressColumns) { rows in
            for (id, address) in addresses.enumerated() {
                let number = address.number.flatMap { HouseNumber($0) }
                try rows.append(
                    row: Int32(clamping: id),
                    Int32(clamping: streets.places[id]),
                    address.street,
                    address.number,
                    address.postcode,
                    address.coordinate.longitude,
                    address.coordinate.latitude,
                    metres[id].x,
                    metres[id].y,
                    MortonKey(address.coordinate).rawValue,
                    address.kind,
                    address.precision,
                    address.origin,
                    number.map { Int32(clamping: $0.house) },
                    number?.text ?? address.number?.lowercased()
                )
            }
        }
        try transaction.execute("ANALYZE address_street")
        try transaction.execute("ANALYZE address")
    }
}
