package import Geography

/// What kind of thing an address names.
package enum AddressKind: String, CaseIterable, Sendable {
    case street
    case estate
    case square
    case landmark
    /// A house, by its number.
    case address
}

/// A place that can be found by its name: a street, an estate, a landmark, or a house.
package struct Address: Equatable, Sendable {
    /// The name as people write it: `ul. Długa`, `Kopiec Kościuszki`.
    package let street: String
    /// The number of the house as people write it; nil where the whole street is meant.
    package let number: String?
    /// The postcode, where it is known.
    package let postcode: String?
    /// Where it is.
    package let coordinate: Coordinate
    /// What kind of thing it is.
    package let kind: AddressKind
    /// How many metres the coordinate may be off; nil where that is not known.
    package let precision: Double?
    /// Where the entry comes from, for people.
    package let origin: String?

    /// Joins the parts.
    package init(
        street: String,
        number: String? = nil,
        postcode: String? = nil,
        coordinate: Coordinate,
        kind: AddressKind,
        precision: Double? = nil,
        origin: String? = nil
    ) {
        self.street = street
        self.number = number
        self.postcode = postcode
        self.coordinate = coordinate
        self.kind = kind
        self.precision = precision
        self.origin = origin
    }

    /// The address in one line.
    package var label: String {
        number.map { "\(street) \($0)" } ?? street
    }
}
