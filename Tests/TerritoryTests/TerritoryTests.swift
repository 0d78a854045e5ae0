import Formats
import Geography
import Reports
import Territory
import Testing

struct TerritoryTests {
    @Test(arguments: [
        (19.937_3, 50.061_7, "I"),  // Rynek Główny
        (20.037_0, 50.072_0, "XVIII"),  // plac Centralny
        (19.893_0, 50.054_9, "VII"),  // Kopiec Kościuszki
        (19.945_0, 50.044_5, "XIII"),  // Rynek Podgórski
        (20.006_0, 50.010_5, "XII"),  // Prokocim
        (19.834_0, 50.018_0, "VIII"),  // Tyniec
    ])
    func `a known place lies in its district`(longitude: Double, latitude: Double, code: String) throws {
        let territory = try Territory.krakow()
        let place = try territory.place(try #require(Coordinate(longitude: longitude, latitude: latitude)))
        #expect(place?.district.code == code)
    }

    @Test(arguments: [
        (19.785, 50.078, "the airport in Balice"), (20.064, 49.987, "Wieliczka"), (19.829, 49.975, "Skawina"),
        (0, 0, "the Gulf of Guinea"), (-180, -90, "the South Pole"),
        (50.061, 19.937, "the city with its axes swapped"),
    ])
    func `a place outside the city has no district`(longitude: Double, latitude: Double, name: String) throws
    {
        let coordinate = try #require(Coordinate(longitude: longitude, latitude: latitude))
        #expect(try Territory.krakow().place(coordinate) == nil, "\(name)")
    }

    @Test func `a point on a shared border belongs to the district with the lowest number`() throws {
        let territory = try Territory.krakow()
        var shared = 0
        for district in territory.districts {
            for corner in district.outline.positions {
                let sharing = territory.districts.filter { $0.outline.positions.contains(corner) }
                guard sharing.count > 1 else { continue }
                shared += 1
                #expect(try territory.place(corner)?.district.number == sharing.map(\.number).min())
            }
        }
        #expect(shared > 500)
    }

    @Test func `the city has eighteen districts in their order`() throws {
        let territory = try Territory.krakow()
        #expect(territory.districts.map(\.number) == Array(1...18))
        #expect(territory.districts.first?.name == "Stare Miasto")
    }

    @Test(arguments: [
        (#"{"type":"FeatureCollection","features":[]}"#, "districts, features: has no district"),
        ("{", "districts: "),
        (
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[20,50]}}]}"#,
            "districts, features[0]: is no area"
        ),
    ])
    func `districts that cannot be used are refused with the place`(text: String, message: String) {
        let error = #expect(throws: CityDataError.self) { try District.all(parsing: Array(text.utf8)) }
        #expect(error?.description.hasPrefix(message) == true)
    }
}
