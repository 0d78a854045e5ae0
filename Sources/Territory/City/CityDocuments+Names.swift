extension CityDocuments {
    /// Whether a name is that of a layer of zones: `zones/` and up to 64 of a-z, 0-9, `-` and `_`, a letter first.
    ///
    /// The database's table demands the same.
    package static func isZoneLayer(_ name: String) -> Bool {
        guard name.hasPrefix("zones/") else { return false }
        let code = name.utf8.dropFirst(6)
        guard let first = code.first, isLetter(first), code.count <= 64 else { return false }
        return code.allSatisfy { byte in
            isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
