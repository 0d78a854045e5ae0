/// The name of a photo: the SHA-256 of the bytes that were uploaded, so that the same upload is the same photo.
package struct PhotoIdentifier: Hashable, Sendable {
    /// How many bytes a digest has.
    package static let length = 32

    /// The digest.
    package let bytes: [UInt8]

    /// A name from a digest; nil if it has not 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == PhotoIdentifier.length else { return nil }
        self.bytes = bytes
    }

    /// Reads the 64 small hexadecimal digits that `description` writes; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        guard text.utf8.count == 2 * PhotoIdentifier.length else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(PhotoIdentifier.length)
        var high: UInt8?
        for byte in text.utf8 {
            let value: UInt8
            switch byte {
            case 0x30...0x39: value = byte - 0x30
            case 0x61...0x66: value = byte - 0x61 + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        self.bytes = bytes
    }
}

extension PhotoIdentifier: CustomStringConvertible {
    /// 64 small hexadecimal digits.
    package var description: String {
        let digits: [UInt8] = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * PhotoIdentifier.length)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0xF)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// A photo of a report, as the lists show it.
package struct ReportPhoto: Hashable, Sendable {
    /// How many a report may have.
    package static let mostPerReport = 5

    package let id: PhotoIdentifier
    /// The width and height of the largest variant, in pixels.
    package let width: Int
    package let height: Int

    package init(id: PhotoIdentifier, width: Int, height: Int) {
        self.id = id
        self.width = width
        self.height = height
    }
}
