import Addresses

extension FuzzProperty {
    /// Whatever is typed has a reading or none; no name in it holds a character with a meaning in SQL's patterns.
    package static let address = FuzzProperty("address") { bytes in
        _ = try? AddressFile(parsing: bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        guard let query = AddressQuery(text, in: "Kraków") else { return nil }
        if text.unicodeScalars.count > AddressQuery.longest { return "too much was taken" }
        if query.readings.isEmpty { return "no reading" }
        for reading in query.readings {
            if reading.street.name.isEmpty { return "a name without a letter" }
            if reading.street.name.unicodeScalars.contains(where: { "%_\\".unicodeScalars.contains($0) }) {
                return "a pattern in a name"
            }
            if let number = reading.number, !(0...9_999).contains(number.house) {
                return "a number out of range"
            }
        }
        return nil
    }
}
