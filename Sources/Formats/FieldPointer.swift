/// A JSON pointer in the form of a URI fragment (RFC 6901 §6).
package struct FieldPointer: Equatable, Sendable {
    private static let longestToken = 64

    /// The pointer as it is sent: `#/location/lon`.
    package let text: String

    /// The whole document.
    package static let root = FieldPointer(text: "#")

    private init(text: String) {
        self.text = text
    }

    /// The pointer of a member; a name beyond 64 characters is cut, because it came from outside.
    package func member(_ name: String) -> FieldPointer {
        var token: [UInt8] = []
        for scalar in name.unicodeScalars.prefix(Self.longestToken) {
            switch scalar {
            case "~": token.append(contentsOf: "~0".utf8)
            case "/": token.append(contentsOf: "~1".utf8)
            default: Self.append(scalar, to: &token)
            }
        }
        return FieldPointer(text: "\(text)/\(String(decoding: token, as: UTF8.self))")
    }

    /// The pointer of an array's element.
    func element(_ index: Int) -> FieldPointer {
        FieldPointer(text: "\(text)/\(index)")
    }

    private static func append(_ scalar: Unicode.Scalar, to token: inout [UInt8]) {
        for byte in scalar.utf8 {
            if isFragmentByte(byte) {
                token.append(byte)
            } else {
                let hex = Array("0123456789ABCDEF".utf8)
                token.append(contentsOf: [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 0xF)]])
            }
        }
    }

    /// Whether a fragment carries the byte as it is (RFC 3986 §3.5).
    private static func isFragmentByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
            UInt8(ascii: "&")...UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: ";"),
            UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}
