/// Whether a name looks as if 128 random bits had gone into it.
///
/// No look at a text can prove that it is random. What can be seen is whether there is room for the bits, and that it
/// is no counter and no date.
enum RandomName {
    /// Decimal digits, hexadecimal digits and base64 characters that 128 bits need.
    private static let decimals = 39
    private static let hexadecimals = 32
    private static let characters = 22
    /// Of 22 random characters, or 32 random digits, fewer than these are different once in ten million at most.
    private static let fewestDifferent = 8

    /// A UUID of version 4 counts, though six of its 128 bits are fixed: it is what browsers make.
    ///
    /// Other versions are made of times and machines and don't.
    static func isPlausible(_ name: Substring) -> Bool {
        let bytes = Array(name.utf8)
        guard Set(bytes).count >= fewestDifferent else { return false }
        if let version = versionOfUUID(bytes) { return version == 4 }
        if bytes.allSatisfy(isDecimal) { return bytes.count >= decimals }
        if bytes.allSatisfy(isHexadecimal) { return bytes.count >= hexadecimals }
        return bytes.count { isBase64($0) } >= characters
    }

    /// The version if the bytes are written as a UUID of RFC 9562's variant; 0 for a UUID of another one.
    private static func versionOfUUID(_ bytes: [UInt8]) -> Int? {
        guard bytes.count == 36 else { return nil }
        for (index, byte) in bytes.enumerated() {
            let isDash = index == 8 || index == 13 || index == 18 || index == 23
            guard isDash ? byte == UInt8(ascii: "-") : isHexadecimal(byte) else { return nil }
        }
        guard "89abAB".utf8.contains(bytes[19]), isDecimal(bytes[14]) else { return 0 }
        return Int(bytes[14] - UInt8(ascii: "0"))
    }

    private static func isDecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDecimal(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }

    /// Either alphabet of RFC 4648; padding says nothing.
    private static func isBase64(_ byte: UInt8) -> Bool {
        isDecimal(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || "-_+/".utf8.contains(byte)
    }
}
