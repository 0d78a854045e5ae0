import Territory

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
        } else if CityFolder.files.contains(where: { $0.0 == text }) || CityDocuments.isZoneLayer(text) {
            self = .document(text)
        } else {
            return nil
        }
    }

    /// What the help names.
    static let words = (CityFolder.files.map(\.0) + ["zones/LAYER", "addresses"]).joined(separator: ", ")
}
