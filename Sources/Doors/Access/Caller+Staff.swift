import Ledger
import Reports
import Territory

/// What a key of a unit makes of its caller, whatever the door.
extension Caller {
    /// Whose eyes the caller's lists are for.
    func audience(in city: City) -> Audience {
        guard may(.unit), let unit else { return .everyone(withheld: city.catalogue.withheld) }
        return .staff(unit: unit == city.units.queue.code ? nil : unit)
    }

    /// As whom the caller acts on a report as staff: of its unit, or of the centre; nil if neither.
    func staff(on report: Report, in city: City) -> Actor? {
        guard may(.unit), let unit else { return nil }
        let isCentre = unit == city.units.queue.code
        guard isCentre || unit == report.placement.unit else { return nil }
        return Actor(isCentre ? .centre : .unit, name: unit)
    }
}
