import Formats
import PostgreSQL
import Reports

/// What a new report is linked to as it is written.
enum DraftLink: Sendable {
    /// It is taken to repeat another; staff will look. Its sender is told if everybody may know of that one.
    case suggested(leader: UUIDBytes, Match, isPublic: Bool)
    /// Its sender says that it is the same matter.
    case confirmed(leader: UUIDBytes, ReportNumber)

    /// What its sender is told.
    var told: MatterLink? {
        switch self {
        case .suggested(_, let match, let isPublic): isPublic ? MatterLink(to: match.number, .suggested) : nil
        case .confirmed(_, let number): MatterLink(to: number, .confirmed)
        }
    }

    /// What the event of it keeps.
    var details: [UInt8] {
        switch self {
        case .suggested(_, let match, _): GroupDetails.leader(match.number, likeness: match.likeness)
        case .confirmed(_, let number): GroupDetails.leader(number)
        }
    }

    /// The report that it is suggested to repeat.
    var suggestion: (leader: UUIDBytes, likeness: Double)? {
        if case .suggested(let leader, let match, _) = self { (leader, match.likeness) } else { nil }
    }

    /// The report that it is linked to.
    var leader: UUIDBytes? {
        if case .confirmed(let leader, _) = self { leader } else { nil }
    }
}

/// What events of groups keep, as JSON objects without personal data.
enum GroupDetails {
    static func leader(_ number: ReportNumber, likeness: Double? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("leader")
        json.string(number.description)
        if let likeness {
            json.key("likeness")
            json.number(likeness)
        }
        json.endObject()
        return json.bytes
    }

    static func member(_ number: ReportNumber) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("member")
        json.string(number.description)
        json.endObject()
        return json.bytes
    }
}
