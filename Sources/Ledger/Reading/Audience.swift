import PostgreSQL

/// Who asks for reports.
package enum Audience: Sendable, Equatable {
    /// Everybody; of some categories, given by their codes, only staff may know.
    case everyone(withheld: [String])
    /// Staff: of one unit, or of the city's centre.
    case staff(unit: String?)
    /// Those of a unit who work on cases: they see what the unit was asked about, too.
    case desk(unit: String)
    /// Staff of a unit among everybody: all that is public, and whatever is their own.
    case unit(String, withheld: [String])
}

extension Audience {
    /// Whether they may know of a `report` named `r`.
    var condition: SQL {
        switch self {
        case .everyone(let withheld): PublicCondition.sql(withheld: withheld)
        case .staff(nil): "true"
        case .staff(let unit?): "r.unit = \(unit)"
        case .desk(let unit): "(r.unit = \(unit) OR r.asked_units @> \([unit]))"
        case .unit(let unit, let withheld):
            "(r.unit = \(unit) OR (\(PublicCondition.sql(withheld: withheld))))"
        }
    }

    /// Whether a `report` named `r` is their own, so that they may read all of it but the contact.
    var ownCondition: SQL {
        switch self {
        case .everyone: "false"
        case .staff, .desk: "true"
        case .unit(let unit, _): "r.unit = \(unit)"
        }
    }
}
