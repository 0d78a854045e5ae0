import Geography
import Reports
import Testing

@testable import emapa

struct SeedPlanTests {
    @Test(arguments: [0, 1, 17, 5_000])
    func `a plan makes as many reports as it is asked for, numbered in order`(count: Int) throws {
        let indices = try SeedFixture.plan(count).map(\.index)
        #expect(indices == Array(0..<count))
    }

    @Test func `the same seed and end give the same reports, others don't`() throws {
        let reports = Array(try SeedFixture.plan(3_000))
        #expect(reports == Array(try SeedFixture.plan(3_000)))
        #expect(reports != Array(try SeedFixture.plan(3_000, seed: 2)))
        #expect(reports != Array(try SeedFixture.plan(3_000, until: SeedFixture.until + 1_000_000)))
    }

    // Changes whenever the generator, the borders or the texts do: then take the new value from the failure.
    @Test func `reports are the same on every machine and in every run`() throws {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for report in try SeedFixture.plan(2_000, seed: 7) {
            let line =
                "\(report.kind) \(report.category) \(report.status) \(report.description) \(report.district) "
                + "\(report.coordinate.longitudeMicros) \(report.coordinate.latitudeMicros) "
                + "\(report.created) \(report.updated) \(report.closed ?? 0) \(report.supporters)"
            for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        }
        #expect(hash == 12_975_769_447_127_737_783)
    }

    @Test func `times run forward, none is after the end`() throws {
        let until = SeedFixture.until
        let start = until - 1_096 * 86_400_000_000
        var last = start
        for report in try SeedFixture.plan(20_000) {
            #expect(report.created >= last && report.created < until)
            #expect(report.updated >= report.created && report.updated <= until)
            #expect((report.closed != nil) == SeedFixture.ends(report.status), "\(report)")
            if let closed = report.closed { #expect(closed > report.created && closed <= until) }
            last = report.created
        }
        #expect(last > until - 86_400_000_000, "reports come up to the last day")
    }

    @Test func `every place is inside its district by GEOS's word`() throws {
        let context = try GeometryContext()
        let byDistrict = Dictionary(grouping: try SeedFixture.plan(30_000), by: \.district)
        let features = try FeatureCollection(SeedFixture.bytes("districts.geojson")).features
        #expect(byDistrict.count == features.count)
        for feature in features {
            let shape = try PreparedShape(Shape(feature.geometry, in: context))
            for report in byDistrict[try #require(feature.id)] ?? [] {
                #expect(try shape.covers(report.coordinate))
            }
        }
    }

    @Test func `districts have their share of residents`() throws {
        let plan = try SeedFixture.plan(60_000)
        let residents = Double(plan.city.districts.reduce(0) { $0 + $1.residents })
        let counts = Dictionary(grouping: plan, by: \.district).mapValues(\.count)
        for district in plan.city.districts {
            let share = Double(counts[district.code] ?? 0) / 60_000
            // Storms hit some districts harder.
            #expect(abs(share - Double(district.residents) / residents) < 0.015, "\(district.code)")
        }
    }

    @Test func `most reports are interventions, some ideas, few inquiries`() throws {
        let counts = Dictionary(grouping: try SeedFixture.plan(40_000), by: \.kind).mapValues(\.count)
        #expect(2_800...3_600 ~= counts[.idea] ?? 0)
        #expect(200...1_200 ~= counts[.inquiry] ?? 0)
    }

    @Test func `categories come as often as their published weights and in their season`() throws {
        let reports = Array(try SeedFixture.plan(60_000))
        let counts = Dictionary(grouping: reports, by: \.category).mapValues(\.count)
        #expect(counts.count == 55)
        let pothole = Double(counts["road.pothole"] ?? 0)
        // 38 to 33 and 38 to 17 in a year of even seasons.
        #expect(abs(Double(counts["waste.dump"] ?? 0) / pothole - 33.0 / 38) < 0.15)
        #expect(abs(Double(counts["road.sign"] ?? 0) / pothole - 17.0 / 38) < 0.1)
        func summer(_ category: String) -> Int {
            reports.count {
                $0.category == category
                    && 4...8 ~= SeedCalendar.month(ofDay: SeedCalendar.dayNumber(at: $0.created))
            }
        }
        #expect(summer("road.winter") <= 3)
        #expect(summer("green.mow") > 3 * ((counts["green.mow"] ?? 0) - summer("green.mow")))
    }

    @Test func `outcomes are as the city publishes them`() throws {
        let reports = Array(try SeedFixture.plan(60_000))
        let closed = reports.filter { $0.kind != .idea && $0.closed != nil }
        let cohort = closed.filter { ![.duplicate, .outOfScope].contains($0.status) }
        let effective = Double(cohort.count { $0.status == .resolved }) / Double(cohort.count)
        #expect(abs(effective - 0.83) < 0.01)
        let decided = reports.filter {
            $0.kind == .idea && [.accepted, .implemented, .rejected].contains($0.status)
        }
        #expect(Double(decided.count { $0.status == .implemented }) / Double(decided.count) > 0.6)
        let old = reports.filter { $0.created < SeedFixture.until - 365 * 86_400_000_000 && $0.kind != .idea }
        #expect(Double(old.count { $0.closed == nil }) / Double(old.count) < 0.03)
        #expect(Set(reports.map(\.status)) == Set(ReportStatus.allCases))
    }

    @Test func `ideas have states of their own`() throws {
        let ideas: Set<ReportStatus> = [.received, .underReview, .accepted, .implemented, .rejected]
        for report in try SeedFixture.plan(20_000) {
            if report.kind == .idea {
                #expect(ideas.contains(report.status))
            } else {
                #expect(![.underReview, .accepted, .implemented].contains(report.status))
            }
        }
    }

    @Test func `descriptions are whole sentences without telephone numbers`() throws {
        var distinct: Set<String> = []
        for report in try SeedFixture.plan(20_000) {
            let text = report.description
            distinct.insert(text)
            #expect(text.count > 20 && text.utf8.count < 400)
            #expect(!text.contains("{") && !text.contains("}") && !text.contains("  "))
            #expect(text.first?.isUppercase == true || text.first?.isNumber == true, "\(text)")
            #expect(text.last == "." || text.last == "?", "\(text)")
            #expect(text.split { !$0.isNumber }.allSatisfy { $0.count <= 3 }, "\(text)")
        }
        #expect(distinct.count > 15_000)
    }
}
