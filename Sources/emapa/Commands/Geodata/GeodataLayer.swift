/// What `emapa geodata import` can put into a city.
enum GeodataLayer: Equatable {
    /// One of the city's documents: `districts`, `zones/park`, `units`, …
    case document(String)
    /// The table of addresses, which is no document.
    case addresses

    /// Reads the value of `--layer`; nil for what is no layer.
    init?(_ text: String) {
        if text == "addresses" {
            self = .addresses
        } else if CityFolder.files.contains(where: { $0.0 == text }) || GeodataLayer.isZoneLayer(text) {
            self = .document(text)
        } else {
            return nil
        }
    }

    /// What the help names.
    static let words = (CityFolder.files.map(\.0) + ["zones/LAYER", "addresses"]).joined(separator: ", ")

    /// `zones/` and a code as the database's check demands it.
    private static func isZoneLayer(_ text: String) -> Bool {
        guard text.hasPrefix("zones/") else { return false }
        let code = text.dropFirst(6).utf8
        let isPlain = code.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            }
        }
        guard let first = code.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
            return false
        }
        return isPlain && code.count <= 64
    }
}
