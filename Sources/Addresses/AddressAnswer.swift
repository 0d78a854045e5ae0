package import Formats

/// What a search brought, and whether it could look everywhere.
package struct AddressAnswer: Equatable, Sendable {
    /// Who knows an entry.
    package enum Source: String, Sendable {
        /// The city's own table.
        case city
        /// The service that is asked besides.
        case geocoder
    }

    /// One entry.
    package struct Found: Equatable, Sendable {
        /// What was found.
        package let address: Address
        /// Who knows it.
        package let source: Source
        /// How many metres it is from the place that was given; nil where none was.
        package let distance: Double?
    }

    /// Why not everything could be searched.
    package enum Limitation: String, Sendable {
        case serviceAway = "service-away"
        case serviceSlow = "service-slow"
    }

    /// The entries, the best first.
    package let addresses: [Found]
    /// Why there may be more; nil if everything was searched.
    package let limitation: Limitation?

    /// Joins the parts.
    package init(_ addresses: [Found], limitation: Limitation?) {
        self.addresses = addresses
        self.limitation = limitation
    }
}

extension AddressAnswer.Limitation {
    /// The reason for people.
    package var words: LocalizedText {
        switch self {
        case .serviceAway:
            LocalizedText(
                pl:
                    "Wyszukiwanie jest ograniczone: usługa adresowa jest niedostępna, więc szukano tylko w wykazie miasta.",
                en:
                    "Search is limited: the address service is unavailable, so only the city's list was searched."
            )
        case .serviceSlow:
            LocalizedText(
                pl:
                    "Wyszukiwanie jest ograniczone: usługa adresowa nie odpowiedziała na czas, więc szukano tylko w wykazie miasta.",
                en:
                    "Search is limited: the address service did not answer in time, so only the city's list was searched."
            )
        }
    }
}
