/// What the reporter wrote: the original for staff, and the same with personal data masked for everybody.
package struct ReportWords: Sendable, Equatable {
    /// The reporter's own words; they may hold personal data, so no log, tile or public answer shows them.
    package let description: String
    /// What everybody may read.
    package let publicDescription: String
    /// The place in the reporter's own words.
    package let address: String?
    /// What everybody may read of the address.
    package let publicAddress: String?

    package init(description: String, publicDescription: String, address: String?, publicAddress: String?) {
        self.description = description
        self.publicDescription = publicDescription
        self.address = address
        self.publicAddress = publicAddress
    }

    /// Words in which nothing has to be masked.
    package init(description: String, address: String? = nil) {
        self.init(
            description: description,
            publicDescription: description,
            address: address,
            publicAddress: address
        )
    }
}

extension ReportWords {
    /// Words of a stranger, with personal data masked for everybody.
    package init(masking description: String, address: String?) {
        self.init(
            description: description,
            publicDescription: Masking.masked(description),
            address: address,
            publicAddress: address.map { Masking.masked($0) }
        )
    }
}
