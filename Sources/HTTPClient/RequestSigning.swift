/// How requests to a store are signed: AWS's signature of version 4, which other stores of objects take too.
///
/// It never shows its secret: whatever prints it prints the region alone.
package struct RequestSigning: Sendable {
    let scope: String
    let key: String
    let secret: String
    private let region: String

    /// Nil if a part is empty or holds what cannot stand in a signature.
    ///
    /// - Parameters:
    ///   - service: what is asked, as in `s3`.
    ///   - region: where it is, as in `eu-central-1`.
    ///   - key: who asks.
    ///   - secret: what only the two know.
    package init?(service: String, region: String, key: String, secret: String) {
        func isName(_ text: String) -> Bool {
            (1...64).contains(text.utf8.count)
                && text.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                }
        }
        func isCredential(_ text: String) -> Bool {
            (1...256).contains(text.utf8.count) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        }
        guard isName(service), isName(region), isCredential(key), isCredential(secret), !key.contains("/")
        else { return nil }
        scope = "aws:amz:\(region):\(service)"
        self.key = key
        self.secret = secret
        self.region = region
    }
}

extension RequestSigning: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "signing for \(region)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["region": region]) }
}
