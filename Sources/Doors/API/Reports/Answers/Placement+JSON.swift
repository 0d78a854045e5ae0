import Formats
import Ledger
import Reports
import Territory

extension JSONWriter {
    /// Writes a report's district and unit with their names, and why it is this unit.
    mutating func placement(of report: Report, in city: City) {
        let placement = report.placement
        key("placement")
        beginObject()
        areas(district: placement.district, unit: placement.unit, at: report.created, in: city)
        if let grounds = placement.grounds {
            self.grounds(
                rule: grounds.rule,
                why: grounds.why,
                needsReview: grounds.needsReview,
                cityVersion: grounds.cityVersion
            )
        }
        endObject()
    }

    /// Writes the same of what the sender of a report is told.
    mutating func placement(of receipt: Receipt, in city: City) {
        let placement = receipt.placement
        key("placement")
        beginObject()
        areas(district: placement.district, unit: placement.unit, at: receipt.created, in: city)
        grounds(
            rule: placement.rule,
            why: placement.why,
            needsReview: placement.needsReview,
            cityVersion: placement.cityVersion
        )
        endObject()
    }

    /// The district has the name that it had when the report came in.
    private mutating func areas(district: String, unit: String, at moment: Timestamp, in city: City) {
        key("district")
        beginObject()
        key("code")
        string(district)
        let day = city.timeZone.local(moment).date
        if let district = city.territory.areas.district(district, on: day) {
            key("name")
            string(district.name)
        }
        endObject()
        key("unit")
        beginObject()
        key("code")
        string(unit)
        if let unit = city.units[unit] {
            key("name")
            localized(unit.name)
        }
        endObject()
    }

    private mutating func grounds(rule: String, why: LocalizedText, needsReview: Bool, cityVersion: Int) {
        key("rule")
        string(rule)
        key("why")
        localized(why)
        key("needs_review")
        bool(needsReview)
        key("city_version")
        integer(cityVersion)
    }
}
