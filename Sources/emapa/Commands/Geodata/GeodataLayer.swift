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
        } else if GeodataLayer.documents.contains(text) || CityDocuments.isZoneLayer(text) {
            self = .document(text)
        } else {
            return nil
        }
    }

    /// The documents that stand by a name of their own.
    private static let documents = (CityFolder.files + CityFolder.optional).map(\.0)

    /// What the help names.
    static let words = (documents + ["zones/LAYER", "addresses"]).joined(separator: ", ")
}
