import CVipsShim
package import Reports

extension PhotoIdentifier {
    /// The name of an upload.
    package init(of upload: [UInt8]) {
        self = SHA256.digest(of: upload)
    }
}

/// The digest that photos are named by, and that requests to a bucket are signed with.
enum SHA256 {
    static func digest(of bytes: [UInt8]) -> PhotoIdentifier {
        var digest = [UInt8](repeating: 0, count: PhotoIdentifier.length)
        let isDone = unsafe digest.withUnsafeMutableBufferPointer { digest in
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe picture_sha256(bytes.baseAddress, bytes.count, digest.baseAddress)
            }
        }
        guard isDone, let identifier = PhotoIdentifier(bytes: digest) else {
            preconditionFailure("the library knows SHA-256")
        }
        return identifier
    }
}
