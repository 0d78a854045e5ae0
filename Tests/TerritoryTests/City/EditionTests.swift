import Formats
import Geography
import Reports
import Territory
import TestSupport
import Testing

/// A city whose areas change on a day: what was placed before would be placed there again.
struct EditionTests {
    private static let reform = CivilDate(year: 2025, month: 1, day: 1)

    @Test func `a day before the reform sees the old districts, a day after it the new ones`() throws {
        let old = try SmallCity.box(0, 0, 3_000, 3_000)
        let new = try SmallCity.box(0, 0, 1_000, 3_000)
        let rest = try SmallCity.box(1_000, 0, 3_000, 3_000)
        let territory = try SmallCity.territory([
            SmallCity.district(1, old, validity: Validity(until: EditionTests.reform)),
            SmallCity.district(1, new, validity: Validity(from: EditionTests.reform)),
            SmallCity.district(2, rest, validity: Validity(from: EditionTests.reform)),
        ])
        let place = try SmallCity.place(2_000, 1_500)
        func number(_ year: Int, _ month: Int, _ day: Int) throws -> Int? {
            let day = try #require(CivilDate(year: year, month: month, day: day))
            return try territory.site(of: place, on: day)?.district.district.number
        }
        #expect(try number(2024, 12, 31) == 1)
        #expect(try number(2025, 1, 1) == 2)
        #expect(try number(1990, 1, 1) == 1)
        #expect(try number(2090, 1, 1) == 2)
    }

    @Test func `editions of a layer follow each other`() throws {
        var documents = CityDocuments(version: 1)
        documents.put(
            "districts",
            .init(validFrom: nil, content: try Checkout.read("geodata/krakow/districts.geojson"))
        )
        func park(_ code: String) -> [UInt8] {
            Array(
                """
                {"type":"FeatureCollection","layer":"park","name":{"pl":"Parki","en":"Parks"},"features":[
                {"type":"Feature","properties":{"code":"\(code)","name":"\(code)","precision_m":5,"source":"made up"},
                "geometry":{"type":"Polygon","coordinates":[[[19.93,50.06],[19.94,50.06],[19.94,50.07],[19.93,50.06]]]}}]}
                """.utf8
            )
        }
        documents.put("zones/park", .init(validFrom: nil, content: park("OLD")))
        documents.put("zones/park", .init(validFrom: EditionTests.reform, content: park("NEW")))
        let areas = try CityAreas(documents)
        #expect(areas.turningDays == [EditionTests.reform].compactMap { $0 })
        #expect(areas.inForce(on: Krakow.today).zones.map(\.code) == ["NEW"])
        let before = try #require(CivilDate(year: 2024, month: 12, day: 31))
        #expect(documents.content(of: "zones/park", on: before) == park("OLD"))
        #expect(documents.content(of: "zones/park", on: Krakow.today) == park("NEW"))
        #expect(documents.content(of: "zones/lake", on: before) == nil)
        #expect(areas.inForce(on: before).zones.map(\.code) == ["OLD"])
        #expect(areas.inForce(on: before).districts.count == 18)
    }

    @Test func `many states of a city can be asked for in any order`() throws {
        let days = (0..<12).map { CivilDate(daysSince1970: 10_000 + 100 * $0) }
        let districts = try zip(days, days.dropFirst()).enumerated().map { index, span in
            SmallCity.district(
                index + 1,
                try SmallCity.box(0, 0, 3_000, 3_000),
                validity: Validity(from: span.0, until: span.1)
            )
        }
        let territory = try SmallCity.territory(districts, on: days[0])
        let place = try SmallCity.place(1_500, 1_500)
        for index in [0, 5, 10, 2, 10, 0, 7, 3, 1, 4, 10] {
            let site = try territory.site(of: place, on: days[index])
            #expect(site?.district.district.number == index + 1)
        }
    }

    @Test func `a district is called as it was on the day`() throws {
        let box = try SmallCity.box(0, 0, 3_000, 3_000)
        func district(_ name: String, _ validity: Validity) -> District {
            District(
                code: "I",
                number: 1,
                name: name,
                outline: .polygon(box),
                precision: 1,
                validity: validity
            )
        }
        let areas = CityAreas(districts: [
            district("Old", Validity(until: EditionTests.reform)),
            district("New", Validity(from: EditionTests.reform)),
        ])
        let before = try #require(CivilDate(year: 2024, month: 12, day: 31))
        #expect(areas.district("I", on: before)?.name == "Old")
        #expect(areas.district("I", on: Krakow.today)?.name == "New")
        #expect(areas.district("II", on: before) == nil)
    }

    @Test func `of one day only the last edition counts`() {
        var documents = CityDocuments(version: 1)
        documents.put("units", .init(validFrom: nil, content: [1]))
        documents.put("units", .init(validFrom: nil, content: [2]))
        documents.put("units", .init(validFrom: EditionTests.reform, content: [3]))
        documents.put("units", .init(validFrom: CivilDate(daysSince1970: 0), content: [4]))
        #expect(documents["units"].map(\.content) == [[2], [4], [3]])
    }
}
