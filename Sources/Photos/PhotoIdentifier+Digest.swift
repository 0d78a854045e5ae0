import Cryptography
package import Reports

extension PhotoIdentifier {
    /// The name of an upload.
    package init(of upload: [UInt8]) {
        guard let identifier = PhotoIdentifier(bytes: SHA256.digest(of: upload).bytes) else {
            preconditionFailure("a digest has 32 bytes")
        }
        self = identifier
    }
}
