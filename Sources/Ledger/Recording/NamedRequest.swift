/// A request that its sender named, so that sending it again does nothing twice.
///
/// Both parts are digests: the ledger keeps no key in clear, and compares contents without keeping them.
package struct NamedRequest: Sendable, Equatable {
    /// The digest of the sender's credential and idempotency key, 32 bytes.
    package let name: [UInt8]
    /// The digest of what is asked for, whatever the form in which it was sent, 32 bytes.
    package let content: [UInt8]

    package init(name: [UInt8], content: [UInt8]) {
        self.name = name
        self.content = content
    }
}

/// The name was used for something else already.
package struct NameTaken: Error, Sendable {}
