import Formats
import Reports
import Territory

extension JSONWriter {
    /// Writes a report's district and unit with their names, and why it is this unit.
    mutating func placement(_ placement: Placement, in city: City) {
        key("placement")
        beginObject()
        key("district")
        beginObject()
        key("code")
        string(placement.district)
        if let district = city.territory.areas.districts.last(where: { $0.code == placement.district }) {
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
