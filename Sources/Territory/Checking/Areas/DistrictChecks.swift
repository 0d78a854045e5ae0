import Formats
import Geography
import Reports

/// The checks of the districts: each for itself, then as a whole that covers the city once.
struct DistrictChecks {
    /// How far an area may be from the official figure: 0.2 %.
    private static let areaTolerance = 0.002

    let city: ReadableCity

    func run(_ desk: borrowing SurveyDesk, _ findings: inout [Finding]) throws {
        for edition in city.districts {
            var areSound = true
            for (index, district) in edition.content.enumerated() {
                let place = edition.place("features[\(index)] (\(district.code))")
                if !isNearby(district) {
                    findings.add(
                        .error,
                        in: "districts",
                        at: place,
                        "reaches far beyond the city",
                        mend: "look for positions that are far off, or mend \"bounds\" of city.json"
                    )
                    areSound = false
                } else if let flaw = try desk.flaw(of: district.outline, in: "districts", at: place) {
                    findings.append(flaw)
                    areSound = false
                } else {
                    try checkArea(of: district, at: place, desk, &findings)
                }
            }
            checkNumbers(of: edition, &findings)
            // What crosses itself has no area to compare with others.
            guard areSound else { continue }
            for span in DistrictSpan.spans(of: edition) {
                try Coverage(span: span, gap: city.extent.gap).run(desk, &findings)
            }
        }
    }

    /// Whether a district lies wholly where the city is, so that its metres mean something.
    private func isNearby(_ district: District) -> Bool {
        guard let box = district.outline.bounds else { return false }
        return city.extent.region.contains(box.southWest) && city.extent.region.contains(box.northEast)
    }

    private func checkArea(
        of district: District,
        at place: String,
        _ desk: borrowing SurveyDesk,
        _ findings: inout [Finding]
    ) throws {
        guard let official = district.officialArea else {
            findings.add(
                .note,
                in: "districts",
                at: place,
                "has no official_area_m2 to compare its area with"
            )
            return
        }
        let area = try desk.shape(district.outline).area()
        let difference = area / official - 1
        guard abs(difference) > DistrictChecks.areaTolerance else { return }
        let percent = measured(abs(difference) * 100)
        findings.add(
            .error,
            in: "districts",
            at: place,
            "its area is \(measured(area)) m², \(percent) % \(difference > 0 ? "more" : "less") than the "
                + "official \(measured(official)) m²",
            mend: "mend the border, or official_area_m2 if the district was changed"
        )
    }

    /// Ties at borders are broken by the number, so no two districts of a day may share one.
    private func checkNumbers(of edition: ReadableCity.Edition<[District]>, _ findings: inout [Finding]) {
        var holders: [Int: [District]] = [:]
        for (index, district) in edition.content.enumerated() {
            for other in holders[district.number, default: []]
            where other.validity.overlaps(district.validity) {
                findings.add(
                    .error,
                    in: "districts",
                    at: edition.place("features[\(index)] (\(district.code)).number"),
                    "\(district.number) is the number of \(other.code) too",
                    mend: "give each district a number of its own"
                )
            }
            holders[district.number, default: []].append(district)
        }
    }
}
