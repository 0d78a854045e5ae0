import Geography
import Reports

/// The checks of the layers of zones.
struct ZoneChecks {
    let city: ReadableCity

    func run(_ desk: borrowing SurveyDesk, _ findings: inout [Finding]) throws {
        for (document, editions) in city.layers.sorted(by: { $0.key < $1.key }) {
            for edition in editions {
                var coarse: [String] = []
                for (index, zone) in edition.content.zones.enumerated() {
                    let place = edition.place("features[\(index)] (\(zone.code))")
                    if let flaw = try desk.flaw(of: zone.geometry, in: document, at: place) {
                        findings.append(flaw)
                    } else if zone.use == .routing, try isCoarse(zone, desk) {
                        coarse.append(zone.code)
                    }
                }
                if edition.content.zones.isEmpty {
                    findings.add(
                        .note,
                        in: document,
                        at: edition.place("features"),
                        "has no zone"
                    )
                }
                guard !coarse.isEmpty else { continue }
                findings.add(
                    .note,
                    in: document,
                    at: edition.place("features"),
                    "drawn so coarsely that the error may be as wide as the zone: "
                        + coarse.joined(separator: ", "),
                    mend:
                        "import a better layer when there is one; until then a person looks at places near them"
                )
            }
        }
    }

    /// Whether the drawing may be off by more than half of the zone's own width and reach.
    private func isCoarse(_ zone: Zone, _ desk: borrowing SurveyDesk) throws -> Bool {
        let half: Double
        if zone.width > 0 {
            half = zone.width / 2
        } else {
            half = try desk.shape(zone.geometry).patches().map { $0.width / 2 }.max() ?? 0
        }
        return zone.precision > half + zone.reach
    }
}
