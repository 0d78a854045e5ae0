import Addresses
import Geography

/// A table in memory: a name fits if the folded label begins with the folded text.
struct ListedAddresses: AddressTable {
    let addresses: [Address]

    func search(_ query: AddressQuery, near place: Coordinate?, limit: Int) async throws -> [AddressMatch] {
        guard let wanted = query.readings.first else { return [] }
        return addresses.prefix(limit).compactMap { address in
            guard FoldedStreet(address.street).name.hasPrefix(wanted.street.name) else { return nil }
            let number = address.number.flatMap { HouseNumber($0) }
            return AddressMatch(
                address: address,
                name: .prefix,
                number: number == wanted.number ? .exact : .street,
                distance: nil
            )
        }
    }

    func nearest(
        to place: Coordinate,
        within metres: Double
    ) async throws -> (address: Address, distance: Double)? {
        addresses.first { $0.coordinate == place }.map { ($0, 0) }
    }
}
