import Formats
import Reports
import Testing

struct CategoryCatalogueTests {
    private let groups = #""groups":[{"code":"roads","name":{"pl":"Drogi","en":"Roads"}}]"#

    private func catalogue(_ categories: String) throws -> CategoryCatalogue {
        try CategoryCatalogue(parsing: Array("{\(groups),\"categories\":[\(categories)]}".utf8))
    }

    private let pothole =
        #"{"code":"road.pothole","group":"roads","kind":"intervention","name":{"pl":"Dziura","en":"Pothole"},"unit":"ZDMK"}"#

    @Test func `a category is found by its code`() throws {
        let found = try catalogue(pothole)
        #expect(found["road.pothole"]?.name[.en] == "Pothole")
        #expect(found["road.potholes"] == nil)
        #expect(found.groups.map(\.code) == ["roads"])
    }

    @Test func `clients get the catalogue as it was read, in its order`() throws {
        let json = try JSON.parse(try catalogue(pothole).json())
        let first = json.objectValue?["categories"]?.arrayValue?.first?.objectValue
        #expect(first?["code"] == .string("road.pothole"))
        #expect(first?["group"] == .string("roads"))
    }

    @Test func `a mistake in the data is named with its place`() throws {
        let cases = [
            (pothole + "," + pothole, "categories, road.pothole: stands there twice"),
            (
                pothole.replacing("\"roads\"", with: "\"rivers\""),
                "categories, categories[0].group: 'rivers' is not"
            ),
            (
                pothole.replacing("intervention", with: "wish"),
                "categories, categories[0].kind: 'wish' is not"
            ),
            (
                pothole.replacing("\"Pothole\"", with: "\"\""),
                "categories, categories[0].name: must have texts"
            ),
            ("7", "categories, categories[0]: must be an object"),
        ]
        for (text, message) in cases {
            let error = #expect(throws: CityDataError.self) { try catalogue(text) }
            #expect(error?.description.hasPrefix(message) == true, "\(text)")
        }
    }
}
