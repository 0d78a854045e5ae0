import Formats

/// Reads moments as Open311's clients send them.
enum GeoReportMoment {
    private static let secondsEnd = 16

    /// A moment as W3C-DTF has it: to the second or to the minute, with a zone.
    ///
    /// A `+` that a client left as it is has become a space by the time a query is decoded.
    static func parsed(_ text: String) -> Timestamp? {
        var bytes = Array(text.utf8)
        guard bytes.count <= 40 else { return nil }
        if bytes.count > 6, bytes[bytes.count - 6] == UInt8(ascii: " ") {
            bytes[bytes.count - 6] = UInt8(ascii: "+")
        }
        let colon = UInt8(ascii: ":")
        if bytes.count > secondsEnd, bytes[secondsEnd] != colon {
            bytes.insert(contentsOf: ":00".utf8, at: secondsEnd)
        }
        return Timestamp(parsing: String(decoding: bytes, as: UTF8.self))
    }

    static let expected = LocalizedText(
        pl: "Oczekiwano daty i czasu ze strefą, jak 2026-06-30T12:00:00Z albo 2026-06-30T14:00:00+02:00.",
        en: "Expected a moment with its zone, as in 2026-06-30T12:00:00Z or 2026-06-30T14:00:00+02:00."
    )
}
