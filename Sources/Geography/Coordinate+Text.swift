import Formats

extension Coordinate {
    /// The longitude as it is printed: `19.9372`.
    package var longitudeText: String { Coordinate.text(longitudeMicros) }

    /// The latitude as it is printed: `50.0617`.
    package var latitudeText: String { Coordinate.text(latitudeMicros) }

    private static func text(_ micros: Int32) -> String {
        var bytes: [UInt8] = []
        bytes.appendMicrodegrees(micros)
        return String(decoding: bytes, as: UTF8.self)
    }
}
