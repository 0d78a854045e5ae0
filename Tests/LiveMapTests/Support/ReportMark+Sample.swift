import Formats
import Geography
import Reports
import Testing

extension ReportMark {
    /// A pothole like any other.
    static func sample(
        serial: Int,
        longitude: Double,
        latitude: Double,
        version: Int = 1,
        closed: Timestamp? = nil,
        category: String = "road.pothole",
        status: ReportStatus? = nil,
        isHidden: Bool = false
    ) throws -> ReportMark {
        ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: try #require(ReportNumber(prefix: "KCK", year: 2026, serial: serial)),
            coordinate: try #require(Coordinate(longitude: longitude, latitude: latitude)),
            kind: .intervention,
            category: category,
            status: status ?? (closed == nil ? .received : .resolved),
            unit: "ZDMK",
            district: "I",
            created: Timestamp(seconds: 1_700_000_000),
            closed: closed,
            supporters: 0,
            isHidden: isHidden,
            version: version
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
