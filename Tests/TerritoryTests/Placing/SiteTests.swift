import Geography
import Territory
import TestSupport
import Testing

struct SiteTests {
    @Test(arguments: [
        (19.937_3, 50.061_7, "I"),  // Rynek Główny
        (20.037_0, 50.072_0, "XVIII"),  // plac Centralny
        (19.893_0, 50.054_9, "VII"),  // Kopiec Kościuszki
        (19.945_0, 50.044_5, "XIII"),  // Rynek Podgórski
        (20.006_0, 50.010_5, "XII"),  // Prokocim
        (19.834_0, 50.018_0, "VIII"),  // Tyniec
    ])
    func `a known place lies in its district`(longitude: Double, latitude: Double, code: String) throws {
        let site = try #require(try site(longitude, latitude))
        #expect(site.district.district.code == code)
        #expect(site.district.way == .inside)
        #expect(site.district.candidates.isEmpty)
    }

    @Test(arguments: [
        (19.785, 50.078, "the airport in Balice"), (20.064, 49.987, "Wieliczka"), (19.829, 49.965, "Skawina"),
        (19.853, 50.128, "Zielonki"), (20.225, 50.035, "Niepołomice"), (0, 0, "the Gulf of Guinea"),
        (-180, -90, "the South Pole"), (50.061, 19.937, "the city with its axes swapped"),
    ])
    func `a place outside the city has no site`(longitude: Double, latitude: Double, name: String) throws {
        #expect(try site(longitude, latitude) == nil, "\(name)")
    }

    @Test func `a point on a shared border belongs to the district with the lowest number, and says so`()
        throws
    {
        let territory = try Krakow.territory
        var numbers: [Coordinate: [Int]] = [:]
        for district in territory.areas.districts {
            for corner in Set(district.outline.positions) {
                numbers[corner, default: []].append(district.number)
            }
        }
        let shared = numbers.filter { $0.value.count > 1 }
        #expect(shared.count > 500)
        for (corner, sharing) in shared {
            let finding = try #require(try territory.site(of: corner, on: Krakow.today)?.district)
            #expect(finding.district.number == sharing.min())
            #expect(finding.way == .onBorder)
            #expect(
                Set(finding.candidates.map(\.district.number)).isSuperset(
                    of: sharing.filter { $0 != sharing.min() }
                )
            )
        }
    }

    @Test(arguments: [
        (1_500, 1_500, 1, DistrictFinding.Way.inside),
        (3_000, 3_000, 1, .onBorder),
        (4_000, 1_500, 2, .inside),
    ])
    func `inside and on a border of two boxes`(x: Int32, y: Int32, number: Int, way: DistrictFinding.Way)
        throws
    {
        let finding = try #require(
            try twoBoxes().site(of: SmallCity.place(x, y), on: Krakow.today)
        )
        #expect(finding.district.district.number == number)
        #expect(finding.district.way == way)
    }

    @Test(
        arguments: [(-100, 7.16, 1), (-142, 10.2, nil), (-135, 9.67, 1), (6_100, 7.16, 2)]
            as [(Int32, Double, Int?)]
    )
    func `a place up to ten metres outside belongs to the nearest district and says how far it is`(
        x: Int32,
        metres: Double,
        number: Int?
    ) throws {
        let site = try twoBoxes().site(of: SmallCity.place(x, 1_500), on: Krakow.today)
        #expect(site?.district.district.number == number)
        guard number != nil else { return }
        guard case .justOutside(let distance)? = site?.district.way else {
            Issue.record("it lies just outside: \(String(describing: site))")
            return
        }
        #expect(abs(distance - metres) < 0.1)
    }

    @Test func `a place in a gap between districts belongs to the nearest within thirty metres`() throws {
        // A ring of two districts around a hole of 100 by 89 metres.
        let territory = try SmallCity.territory([
            SmallCity.district(1, try SmallCity.area([(0, 0), (4_000, 0), (4_000, 1_000), (0, 1_000)])),
            SmallCity.district(
                2,
                try SmallCity.area([
                    (0, 1_000), (1_300, 1_000), (1_300, 1_800), (2_700, 1_800), (2_700, 1_000),
                    (4_000, 1_000),
                    (4_000, 3_000), (0, 3_000),
                ])
            ),
        ])
        func finding(_ x: Int32, _ y: Int32) throws -> DistrictFinding? {
            try territory.site(of: SmallCity.place(x, y), on: Krakow.today)?.district
        }
        let south = try #require(try finding(2_000, 1_200))
        #expect(south.district.number == 1)
        guard case .inGap(let distance) = south.way else {
            Issue.record("it lies in a gap: \(south.way)")
            return
        }
        #expect(abs(distance - 22.2) < 0.3)
        #expect(try finding(2_000, 1_600)?.district.number == 2)
        // The middle is farther than thirty metres from both.
        #expect(try finding(2_000, 1_400) == nil)
    }

    @Test func `nearer to a border than its precision, the other district is named with its distance`() throws
    {
        let territory = try SmallCity.territory([
            SmallCity.district(1, try SmallCity.box(0, 0, 3_000, 3_000)),
            SmallCity.district(2, try SmallCity.box(3_000, 0, 6_000, 3_000), precision: 20),
        ])
        func candidates(_ x: Int32) throws -> [DistrictFinding.Candidate] {
            try #require(try territory.site(of: SmallCity.place(x, 1_500), on: Krakow.today))
                .district.candidates
        }
        let near = try #require(try candidates(2_800).first)
        #expect(near.district.number == 2)
        #expect(abs(near.distance - 14.3) < 0.1)
        #expect(try candidates(2_700).isEmpty)
        #expect(try candidates(3_200).map(\.district.number) == [1])
    }

    @Test(arguments: [
        ("park/BLONIA", 19.912, 50.0595), ("forest/LASWOLSKI", 19.846, 50.054),
        ("river/WISLA", 19.92849, 50.05417),
        ("listed/OLDTOWN", 19.9373, 50.0617), ("parking/OPP", 19.9373, 50.0617),
        ("cemetery/RAKOWICKI", 19.9525, 50.0745),
    ])
    func `a known place lies in its zone`(zone: String, longitude: Double, latitude: Double) throws {
        let site = try #require(try site(longitude, latitude))
        #expect(
            site.zones.filter(\.contains).map(\.zone.identifier).contains(zone),
            "\(site.zones.map(\.zone.identifier))"
        )
    }

    @Test func `zones only for display are in no site`() throws {
        let territory = try Krakow.territory
        let drawn = territory.areas.layers.flatMap(\.zones).filter { $0.use == .display }
        #expect(drawn.map(\.code).contains("S52"))
        for zone in drawn {
            for corner in zone.geometry.positions {
                let site = try territory.site(of: corner, on: Krakow.today)
                #expect(site?.zones.contains { $0.zone.identifier == zone.identifier } != true)
            }
        }
    }

    @Test(arguments: [0, 40, 53, 55, 76, 78, 100, 180, 230, 240] as [Int32])
    func `a line's zone is measured from its edge`(north: Int32) throws {
        // The edge lies 6 m beside the axis, the zone reaches 2.6 m farther, rules ask up to 15 m.
        let line = try SmallCity.line([(0, 1_000), (6_000, 1_000)])
        let territory = try SmallCity.territory(
            [SmallCity.district(1, try SmallCity.box(0, 0, 6_000, 3_000))],
            [SmallCity.zone("line", line, width: 12, reach: 2.6)]
        )
        let place = try SmallCity.place(3_000, 1_000 + north)
        let site = try #require(try territory.site(of: place, on: Krakow.today, horizon: 15))
        // One microdegree of latitude at 50 degrees on the ellipsoid; the line bends by a few millimetres.
        let fromAxis = Double(north) * 0.111_23
        // 15 m, and 5 m more by which the zone may be off.
        guard fromAxis - 6 <= 20 else {
            #expect(site.zones.isEmpty)
            return
        }
        let finding = try #require(site.zones.first)
        #expect(abs(finding.distance - max(0, fromAxis - 6)) < 0.05)
        #expect(abs(finding.margin - abs(fromAxis - 8.6)) < 0.05)
        #expect(finding.contains == (fromAxis <= 8.6))
        #expect(finding.isCertain == (abs(fromAxis - 8.6) >= 5))
    }

    private func twoBoxes() throws -> Territory {
        try SmallCity.territory([
            SmallCity.district(1, try SmallCity.box(0, 0, 3_000, 3_000)),
            SmallCity.district(2, try SmallCity.box(3_000, 0, 6_000, 3_000)),
        ])
    }

    private func site(_ longitude: Double, _ latitude: Double) throws -> Site? {
        try Krakow.territory.site(
            of: try #require(Coordinate(longitude: longitude, latitude: latitude)),
            on: Krakow.today
        )
    }
}
