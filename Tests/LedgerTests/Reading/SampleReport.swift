import Formats
import Geography
import Reports
import Testing

/// A report as somebody might read it, for what needs no database.
enum SampleReport {
    static func make(created: Timestamp) throws -> Report {
        Report(
            id: ReportIdentifier(high: 0x019b_7a0a_95da_7115, low: 0xa4d8_fb25_b5ba_a70c),
            number: try #require(ReportNumber(prefix: "KCK", year: 2026, serial: 1)),
            kind: .intervention,
            category: "road.pothole",
            status: .received,
            words: ReportWords(description: "Dziura"),
            channel: .portal,
            placement: Placement(
                coordinate: try #require(Coordinate(longitude: 19.937_3, latitude: 50.061_7)),
                metres: Metres(x: 7_423_900, y: 5_547_300),
                district: "I",
                unit: "ZDMK",
                grounds: nil
            ),
            created: created,
            updated: created,
            closed: nil,
            supporters: 0,
            version: 1
        )
    }
}
