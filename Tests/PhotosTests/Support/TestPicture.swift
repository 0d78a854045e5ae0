import TestSupport

/// The pictures of Tests/Fixtures/photos, and what tests put into them.
enum TestPicture {
    static func named(_ name: String) throws -> [UInt8] {
        try Checkout.read("Tests/Fixtures/photos/\(name)")
    }

    /// A JPEG with segments put behind its start mark.
    static func jpeg(_ name: String = "quarters.jpg", segments: [(mark: UInt8, content: [UInt8])]) throws
        -> [UInt8]
    {
        let picture = try named(name)
        var inserted: [UInt8] = []
        for (mark, content) in segments {
            let length = content.count + 2
            inserted += [0xFF, mark, UInt8(length >> 8), UInt8(length & 0xFF)] + content
        }
        return picture[..<2] + inserted + picture[2...]
    }

    /// A PNG with chunks put behind its first.
    static func png(_ name: String = "quarters.png", chunks: [(type: String, content: [UInt8])]) throws
        -> [UInt8]
    {
        let picture = try named(name)
        return picture[..<33] + chunks.flatMap { chunk($0.type, $0.content) } + picture[33...]
    }

    /// A PNG that says how large it is, and holds next to nothing.
    static func png(width: UInt32, height: UInt32) -> [UInt8] {
        let head = bigEndian(width) + bigEndian(height) + [8, 2, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head)
            + chunk("IDAT", [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]) + chunk("IEND", [])
    }

    /// A WebP with its picture and further chunks in an extended container (RFC 9649, section 2.7).
    static func webp(chunks: [(type: String, content: [UInt8])]) throws -> [UInt8] {
        let picture = try named("quarters.webp")
        func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
            Array(type.utf8) + littleEndian(UInt32(content.count)) + content
                + (content.count % 2 == 1 ? [0] : [])
        }
        // EXIF and XMP are there; 96 by 64 pixels, each less one.
        let head = chunk("VP8X", [0x0C, 0, 0, 0, 95, 0, 0, 63, 0, 0])
        let content =
            Array("WEBP".utf8) + head + picture[12...] + chunks.flatMap { chunk($0.type, $0.content) }
        return Array("RIFF".utf8) + littleEndian(UInt32(content.count)) + content
    }

    static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + content
        return bigEndian(UInt32(content.count)) + checked + bigEndian(checksum(checked))
    }

    static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    static func littleEndian(_ number: UInt32) -> [UInt8] {
        bigEndian(number).reversed()
    }

    /// CRC-32 as PNG wants it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = .max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

extension [UInt8] {
    /// Whether a text stands somewhere in the bytes.
    func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}
