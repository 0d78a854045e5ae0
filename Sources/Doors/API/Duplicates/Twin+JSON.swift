import Duplicates
import Formats
import Geography
import Intake
import Reports

extension JSONWriter {
    /// Writes a report that may be about the same matter, with why.
    mutating func candidate(_ twin: Twin, as view: ReportView) {
        let report = twin.report
        beginObject()
        key("number")
        string(report.number.description)
        key("url")
        string("/api/v1/reports/\(report.number)")
        key("likeness")
        number(rounded(twin.likeness.value, to: 1_000))
        key("decision")
        string(twin.likeness.decision.rawValue)
        key("distance_m")
        number(rounded(twin.likeness.metres, to: 10))
        key("category")
        string(report.category)
        key("status")
        string(twin.status.rawValue)
        key("description")
        stringIfAny(view.description(of: report.words))
        key("created")
        string(report.created.description)
        key("location")
        place(report.placement.coordinate)
        key("supporters")
        integer(report.allSupporters)
        key("members")
        integer(report.group.members)
        key("leader")
        stringIfAny(report.group.leader?.description)
        key("photo")
        if view.showsText, let photo = report.photos.first { self.photo(photo) } else { null() }
        key("why")
        localized(twin.likeness.why)
        key("parts")
        beginArray()
        for part in LikenessPart.allCases {
            guard let share = twin.likeness.shares[part] else { continue }
            beginObject()
            key("part")
            string(part.rawValue)
            key("share")
            number(rounded(share, to: 100))
            endObject()
        }
        endArray()
        endObject()
    }

    private func rounded(_ value: Double, to parts: Double) -> Double {
        (value * parts).rounded() / parts
    }
}
