import Formats
import Geography
import HTTP
import Reports
import Territory

extension TileJSON {
    /// The description of the reports on the map, all of them or those that a filter lets through.
    ///
    /// `bounds` is what the city covers; `filter` what was asked for with the description, and is passed on to every
    /// tile; `base` where clients reach the service, without a slash at the end.
    init(reportsOf city: String, in language: Language, bounds: Bounds?, filter: Query, base: String) {
        let words = LocalizedText(pl: "Zgłoszenia mieszkańców", en: "Residents' reports")
        let query = filter.items.isEmpty ? "" : "?\(filter.encoded)"
        self.init(
            name: "\(words[language]): \(city)",
            tiles: "\(base)/tiles/reports/{z}/{x}/{y}.mvt\(query)",
            zooms: Tile.zooms,
            bounds: bounds,
            overviewZoom: AreaMap.overviewZoom,
            attributions: ["\(words[language]): \(city)"],
            layers: [
                Layer(
                    name: "reports",
                    description: "Reports, and clusters where they are many",
                    fields: TileJSON.ofReport + TileJSON.ofCluster
                )
            ]
        )
    }

    private static let ofReport = [
        ("number", "String. Reports: the number by which everybody knows it"),
        ("category", "String. Reports: code of its category; clusters: the most frequent one"),
        ("kind", "String. Reports: intervention, idea or inquiry"),
        ("status", "String. Reports: \(ReportStatus.allCases.map(\.rawValue).joined(separator: ", "))"),
        ("created", "String. Reports: when it was sent (RFC 3339)"),
        ("supporters", "Number. Reports: people who said 'me too'"),
        (
            "members",
            "Number. Reports: how many others it leads that are about the same matter; only where there are any"
        ),
    ]

    private static let ofCluster =
        [
            ("cluster", "Boolean. Clusters: always true; reports have none"),
            ("count", "Number. Clusters: how many reports there are"),
            ("open", "Number. Clusters: how many of them are open"),
            ("opens", "Number. Clusters: the zoom at which it falls apart"),
        ]
        + ReportStatus.allCases.map {
            ($0.rawValue, "Number. Clusters: how many have this status; only where there are any")
        }
}
