import FoundationEssentials
import Reports
import Testing

@testable import emapa

/// The shipped city and plans made of it.
enum SeedFixture {
    /// 2025-12-31 23:00 UTC.
    static let until: Int64 = 1_767_222_000_000_000

    static func bytes(_ name: String) throws -> [UInt8] {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let path = root.appendingPathComponent("geodata/krakow/\(name)").path
        return try Array(#require(FileManager.default.contents(atPath: path)))
    }

    static func city() throws -> SeedCity {
        try SeedCity(
            districts: bytes("districts.geojson"),
            categories: bytes("categories.json"),
            texts: bytes("seed-texts.json")
        )
    }

    static func plan(_ reports: Int, seed: UInt64 = 1, until: Int64 = until) throws -> SeedPlan {
        try SeedPlan(reports: reports, seed: seed, until: until, city: city())
    }

    /// Whether a status ends a report.
    static func ends(_ status: ReportStatus) -> Bool {
        switch status {
        case .resolved, .notResolved, .duplicate, .outOfScope, .rejected, .withdrawn, .implemented: true
        default: false
        }
    }
}
