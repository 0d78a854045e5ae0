import Formats
import Geography
import HTTP
import Territory
import TestSupport
import Testing

@testable import Doors

struct AskedTimeTests {
    private func time(_ text: String) throws -> AskedTime? {
        AskedTime(parsing: text, in: try Krakow.city.timeZone)
    }

    @Test(arguments: [
        ("2026-06-30T12:00:00Z", "2026-06-30T12:00:00Z", "2026-06-30T12:00:01Z"),
        ("2026-06-30T12:00:00.25Z", "2026-06-30T12:00:01Z", "2026-06-30T12:00:01Z"),
        ("2026-06-30T14:00:00 02:00", "2026-06-30T12:00:00Z", "2026-06-30T12:00:01Z"),
        // A day of the city begins by its own clocks, which have one hour twice in October.
        ("2026-06-30", "2026-06-29T22:00:00Z", "2026-06-30T22:00:00Z"),
        ("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
        ("2026-06-01/2026-06-02", "2026-05-31T22:00:00Z", "2026-06-02T22:00:00Z"),
        ("2026-06-30T12:00:00Z/..", "2026-06-30T12:00:00Z", ""),
        ("2026-06-30T12:00:00Z/", "2026-06-30T12:00:00Z", ""),
        ("../2026-06-30T12:00:00Z", "", "2026-06-30T12:00:01Z"), ("../..", "", ""), ("/", "", ""),
    ])
    func `an instant, a day and an interval are what they say`(
        _ text: String,
        _ from: String,
        _ until: String
    ) throws {
        let found = try #require(try time(text))
        #expect((found.from?.description ?? "") == from)
        #expect((found.until?.description ?? "") == until)
    }

    @Test func `whatever is sent for a time or a box is read or refused, never worse`() throws {
        var random = SeededGenerator(11)
        let pieces = [
            "2026-06-30", "T12:00:00", "Z", "/", "..", "+02:00", " 02:00", ".", "9", "-", "e", "ą",
            "0000-01-01", "99", ",",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...7, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            if let found = try time(text), let from = found.from, let until = found.until {
                #expect(from <= until, "\(text)")
            }
            var reader = QueryReader(Query([.init(name: "bbox", value: text)]))
            if let box = reader.degreeBox("bbox") { #expect(box.south <= box.north) }
        }
    }
}
