package import HTTP
package import Reports

/// Which copy of a photo is meant: what was uploaded, and the edition that was made of it.
///
/// A photo that was swept away and comes again gets another edition, so that a sweeper which is late can never remove
/// the files of the new one.
package struct StoredPhoto: Hashable, Sendable {
    package let identifier: PhotoIdentifier
    package let edition: UInt64

    package init(_ identifier: PhotoIdentifier, edition: UInt64) {
        self.identifier = identifier
        self.edition = edition
    }

    /// Where its files stand below a store's root: `ab/cd/abcd…-0123456789abcdef`, made of digits alone.
    var folder: String {
        let name = identifier.description
        let digits = String(edition, radix: 16)
        let padding = String(repeating: "0", count: 16 - digits.count)
        return "\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)-\(padding)\(digits)"
    }
}

/// The bytes of a variant, as a store has them at hand.
package enum PhotoContent: Sendable {
    case file(FileBody)
    case bytes([UInt8])
}
