package import Addresses
import Geography

/// Finds the place of a report whose sender gave an address in words and no point.
package struct AddressPlacing: Sendable {
    /// A street is long: its middle says little of where on it.
    private static let streetMetres = 300.0
    private static let houseMetres = 20.0
    private static let looked = 5

    private let search: AddressSearch
    private let city: String

    /// Looks with a search; `city` is the name that people write into addresses and which says nothing here.
    package init(_ search: AddressSearch, city: String) {
        self.search = search
        self.city = city
    }

    /// What the words stand for.
    enum Finding: Sendable {
        /// One place, and by how many metres it may be off.
        case place(Coordinate, metres: Double)
        /// None that is sure; these are like it.
        case candidates([String])
    }

    /// Takes a place only if its name is the one that was written, and no other place has it too.
    func place(of words: String) async throws -> Finding {
        guard let query = AddressQuery(words, in: city) else { return .candidates([]) }
        let found = try await search.search(query, limit: AddressPlacing.looked).addresses.map(\.address)
        for reading in query.readings {
            let named = found.filter { FoldedStreet($0.street).name == reading.street.name }
            guard Set(named.map { FoldedStreet($0.street) }).count == 1 else { continue }
            let house = named.first { address in
                guard let number = reading.number else { return false }
                return address.number.flatMap { HouseNumber($0) } == number
            }
            if let house {
                return .place(house.coordinate, metres: house.precision ?? AddressPlacing.houseMetres)
            }
            if let street = named.first(where: { $0.number == nil }) {
                let usual =
                    street.kind == .landmark ? AddressPlacing.houseMetres : AddressPlacing.streetMetres
                return .place(street.coordinate, metres: max(street.precision ?? 0, usual))
            }
        }
        return .candidates(found.map(\.label))
    }
}
