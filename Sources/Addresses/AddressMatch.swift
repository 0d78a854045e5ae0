/// How well the name of an entry fits what was typed, the best first.
package enum NameFit: Int, Comparable, Sendable {
    /// It is the name.
    case exact
    /// The name begins with it.
    case prefix
    /// Every word begins a word of the name.
    case words
    /// It is like the name, as after a slip of the finger.
    case likeness

    package static func < (left: NameFit, right: NameFit) -> Bool { left.rawValue < right.rawValue }
}

/// How well the number of an entry fits the number that was typed, the best first.
package enum NumberFit: Int, Comparable, Sendable {
    /// It is the number, or none was typed.
    case exact
    /// The house is the same: 12 for 12A.
    case house
    /// The number begins with it: 120 for 12.
    case prefix
    /// The entry is the whole street.
    case street
    /// Another house of the street, because there is no nearer one.
    case other

    package static func < (left: NumberFit, right: NumberFit) -> Bool { left.rawValue < right.rawValue }
}

/// An entry of the city's table that fits a query.
package struct AddressMatch: Equatable, Sendable {
    /// The entry.
    package let address: Address
    /// How its name fits.
    package let name: NameFit
    /// How its number fits.
    package let number: NumberFit
    /// How many metres it is away; nil where no place was given.
    package let distance: Double?

    /// Joins the parts.
    package init(address: Address, name: NameFit, number: NumberFit, distance: Double?) {
        self.address = address
        self.name = name
        self.number = number
        self.distance = distance
    }

    /// Whether nobody else needs to be asked.
    var isSettled: Bool { name < .likeness && number <= .house }
}
