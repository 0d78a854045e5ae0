import Formats
import Geography
import LiveMap
import Reports
import Testing

extension ReportMark {
    /// A pothole like any other.
    static func sample(
        serial: Int,
        longitude: Double = 19.9,
        latitude: Double = 50.0,
        version: Int = 1,
        created: Timestamp = Timestamp(seconds: 1_700_000_000),
        closed: Timestamp? = nil,
        closedSpells: [ClosedSpell] = [],
        category: String = "road.pothole",
        kind: ReportKind = .intervention,
        status: ReportStatus? = nil,
        unit: String = "ZDMK",
        district: String = "I",
        supporters: Int = 0,
        members: Int = 0,
        isMember: Bool = false,
        isHidden: Bool = false,
        queue: QueueFacts? = nil
    ) throws -> ReportMark {
        ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: try #require(ReportNumber(prefix: "KCK", year: 2026, serial: serial)),
            coordinate: try #require(Coordinate(longitude: longitude, latitude: latitude)),
            kind: kind,
            category: category,
            status: status ?? (closed == nil ? .received : .resolved),
            unit: unit,
            district: district,
            created: created,
            closed: closed,
            closedSpells: closedSpells,
            supporters: supporters,
            members: members,
            isMember: isMember,
            isHidden: isHidden,
            queue: queue,
            version: version
        )
    }
}

extension MapDay {
    /// A day of UTC, so that the tests need no time zones.
    init(_ text: String) throws {
        let date = try #require(CivilDate(parsing: text))
        self.init(
            date: date,
            closedSince: CivilDate(daysSince1970: date.daysSince1970 - 30).start,
            end: CivilDate(daysSince1970: date.daysSince1970 + 1).start
        )
    }
}

/// A small generator with a seed, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
