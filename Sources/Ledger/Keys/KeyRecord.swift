package import Formats

/// A key with its dates, as lists show it.
package struct KeyRecord: Sendable {
    /// The key.
    package let key: APIKey
    /// When it was made.
    package let created: Timestamp
    /// When it was revoked; nil while it is in force.
    package let revoked: Timestamp?
}

/// What became of the wish to revoke a key.
package enum KeyRevocation: Equatable, Sendable {
    /// It was in force and is no more.
    case revoked
    /// It had been revoked before.
    case wasRevoked
    /// There is no key of that name.
    case unknown
}

/// Another key has the name; names of revoked keys are not given again.
package struct KeyNameTaken: Error, CustomStringConvertible {
    /// The name.
    package let name: KeyName

    package var description: String {
        "there is a key '\(name)' already, or was one; each name is given once"
    }
}
