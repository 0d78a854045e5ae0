import Formats
import Reports
import Territory

extension JSONWriter {
    /// Writes a report's district and unit with their names, and why it is this unit.
    ///
    /// The district has the name that it had when the report came in.
    mutating func placement(of report: Report, in city: City) {
        let placement = report.placement
        let day = city.timeZone.local(report.created).date
        key("placement")
        beginObject()
        key("district")
        beginObject()
        key("code")
        string(placement.district)
        if let district = city.territory.areas.district(placement.district, on: day) {
            key("name")
            string(district.name)
        }
        endObject()
        key("unit")
        beginObject()
        key("code")
        string(placement.unit)
        if let unit = city.units[placement.unit] {
            key("name")
            localized(unit.name)
        }
        endObject()
        if let grounds = placement.grounds {
            key("rule")
            string(grounds.rule)
            key("why")
            localized(grounds.why)
            key("needs_review")
            bool(grounds.needsReview)
            key("city_version")
            integer(grounds.cityVersion)
        }
        endObject()
    }
}
