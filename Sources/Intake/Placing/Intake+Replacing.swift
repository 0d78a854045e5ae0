import Formats
package import Geography
package import Reports
import Territory

extension Intake {
    /// Where a report lies, and who is in charge, if its place is another one: by the rules in force when it came in.
    ///
    /// What would be nobody's of the city there stays with the centre's queue, which says so to who asks.
    ///
    /// - Throws: `SubmissionRefused` with `outsideCity` where the place is none of the city's.
    package func placement(of report: Report, at coordinate: Coordinate) throws -> Placement {
        let city = city.value
        guard let category = city.catalogue[report.category] else {
            // A category that the city gave up has no rules: the report stays with its unit.
            return try placement(of: report, at: coordinate, in: city)
        }
        let matter = Matter(
            coordinate: coordinate,
            category: category,
            moment: report.created,
            answers: report.answers
        )
        guard let ruling = try city.ruling(on: matter) else {
            throw SubmissionRefused(problems: [.outsideCity])
        }
        return ruling.placement(unit: ruling.unit(in: city))
    }

    private func placement(of report: Report, at coordinate: Coordinate, in city: City) throws -> Placement {
        guard let site = try city.site(of: coordinate, at: report.created) else {
            throw SubmissionRefused(problems: [.outsideCity])
        }
        return Placement(
            coordinate: coordinate,
            metres: site.metres,
            district: site.district.district.code,
            unit: report.placement.unit,
            grounds: nil
        )
    }
}

extension Ruling {
    /// The unit in charge: the centre's queue where it is none of the city's.
    fileprivate func unit(in city: City) -> Unit {
        guard case .unit(let unit, _) = decision.outcome else { return city.units.queue }
        return unit
    }
}
