import Geography

/// Whether the districts of some days cover the city once: without gaps, without overlaps.
struct Coverage {
    /// What is smaller comes from rounding to microdegrees and hurts nobody, in square metres.
    private static let sliver = 1.0

    let span: DistrictSpan
    /// How far from a district a place in a gap still resolves, in metres.
    let gap: Double

    func run(_ desk: borrowing SurveyDesk, _ findings: inout [Finding]) throws {
        guard !span.districts.isEmpty else {
            // Before the first district came into force there is nothing to cover.
            guard span.from != nil else { return }
            findings.add(
                .error,
                in: "districts",
                at: span.place("features"),
                "no district is in force",
                mend: "mend valid_from and valid_until of the districts"
            )
            return
        }
        try findGaps(desk, &findings)
        try findOverlaps(desk, &findings)
    }

    private func findGaps(_ desk: borrowing SurveyDesk, _ findings: inout [Finding]) throws {
        let all = Geometry.multiPolygon(span.districts.flatMap(\.district.outline.polygons))
        for hole in try desk.shape(all).dissolved().gaps() where hole.area > Coverage.sliver {
            // A place in the middle of a gap is half of its width away from the nearest district.
            let isLost = hole.width / 2 > gap
            findings.add(
                isLost ? .error : .warning,
                in: "districts",
                at: span.place(desk.degrees(x: hole.x, y: hole.y)),
                "a gap of \(measured(hole.area)) m², \(measured(hole.width)) m wide, between districts; "
                    + (isLost ? "places in it have no district" : "places in it go to the nearest district"),
                mend: "draw the districts' common border with the same positions on both sides"
            )
        }
    }

    private func findOverlaps(_ desk: borrowing SurveyDesk, _ findings: inout [Finding]) throws {
        // From west to east, so that only those are compared whose boxes can meet.
        let ordered = span.districts.compactMap { entry in entry.district.outline.bounds.map { (entry, $0) } }
            .sorted { $0.1.west < $1.1.west }
        for (position, (entry, box)) in ordered.enumerated() {
            for (other, otherBox) in ordered[(position + 1)...] {
                guard otherBox.west <= box.east else { break }
                guard otherBox.intersects(box) else { continue }
                try compare(entry.district, other.district, desk, &findings)
            }
        }
    }

    private func compare(
        _ district: District,
        _ other: District,
        _ desk: borrowing SurveyDesk,
        _ findings: inout [Finding]
    ) throws {
        let shape = try desk.shape(district.outline)
        let common = try shape.intersection(desk.shape(other.outline))
        guard try common.area() > Coverage.sliver else { return }
        let (winner, loser) = district.number < other.number ? (district, other) : (other, district)
        for patch in try common.patches() where patch.area > Coverage.sliver {
            let isPlain = patch.width > max(district.precision, other.precision)
            findings.add(
                isPlain ? .error : .warning,
                in: "districts",
                at: span.place(desk.degrees(x: patch.x, y: patch.y)),
                "\(winner.code) and \(loser.code) overlap by \(measured(patch.area)) m², "
                    + "\(measured(patch.width)) m wide; places in it go to \(winner.code)",
                mend: "draw their common border with the same positions on both sides"
            )
        }
    }
}
