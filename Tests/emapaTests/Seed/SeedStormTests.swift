import Geography
import Reports
import Testing

@testable import emapa

struct SeedStormTests {
    /// The reports of each hour that is 50 times as busy as the mean hour.
    private func bursts(_ reports: Int) throws -> [[SeedReport]] {
        let mean = Double(reports) / Double(SeedRhythm.hours)
        let hours = Dictionary(grouping: try SeedFixture.plan(reports)) {
            ($0.created - SeedFixture.until) / SeedCalendar.hour
        }
        return hours.values.filter { Double($0.count) >= 50 * mean }.map { $0 }
    }

    @Test func `a few storms a year bring 50 to 100 times the hourly mean`() throws {
        let bursts = try bursts(100_000)
        #expect(bursts.count >= 9)
        let mean = 100_000 / Double(SeedRhythm.hours)
        for burst in bursts { #expect(Double(burst.count) < 130 * mean) }
    }

    @Test func `a storm's reports are about trees and water, near each other, many about the same damage`()
        throws
    {
        let projection = try Projection()
        for burst in try bursts(100_000) {
            let storm = burst.filter { ["green.tree", "water.inlet"].contains($0.category) }
            #expect(Double(storm.count) > 0.75 * Double(burst.count))
            let places = try projection.metres(of: storm.map(\.coordinate))
            let centre = Metres(
                x: places.map(\.x).sorted()[places.count / 2],
                y: places.map(\.y).sorted()[places.count / 2]
            )
            #expect(places.count { $0.distance(to: centre) < 6_000 } > places.count * 85 / 100)
            let repeated = places.indices.count { index in
                places.indices.contains { other in
                    other != index && storm[other].category == storm[index].category
                        && places[other].distance(to: places[index]) < 60
                }
            }
            #expect(repeated > storm.count / 2)
        }
    }

    @Test func `small plans have small storms`() throws {
        #expect(try SeedFixture.plan(100).storms.allSatisfy { $0.count(of: 100) < 10 })
    }
}
