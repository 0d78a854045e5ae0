import Geography
import Reports
import Territory
import TestSupport
import Testing

struct DistrictReadingTests {
    @Test func `the city has eighteen districts in their order`() throws {
        let districts = try District.all(parsing: try Checkout.read("geodata/krakow/districts.geojson"))
        #expect(districts.map(\.number) == Array(1...18))
        #expect(districts.first?.name == "Stare Miasto")
        #expect(districts.compactMap(\.officialArea).reduce(0, +) == 326_838_998)
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
