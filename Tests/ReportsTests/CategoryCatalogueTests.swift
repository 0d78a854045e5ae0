import Formats
import Testing

@testable import Reports

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

    private func road(_ members: String) throws -> Reports.Category? {
        try catalogue(pothole.dropLast() + ",\(members)}")["road.pothole"]
    }

    @Test func `a category without anything more is public, has no deadlines and asks nothing`() throws {
        let plain = try #require(try catalogue(pothole)["road.pothole"])
        #expect(plain.visibility == .public)
        #expect(plain.kinds == [.intervention])
        #expect(plain.deadlines == nil)
        #expect(plain.duplicates == nil)
        #expect(plain.emergency == nil)
        #expect(plain.questions.isEmpty)
    }

    @Test func `a category says all that a city may say of it`() throws {
        let full = try #require(
            try road(
                #""also":["idea","intervention"],"visibility":"place_only","first_action_days":1,"closure_days":7,"#
                    + #""duplicates":{"radius_m":25,"window_days":60},"#
                    + #""emergency":{"numbers":["112","994"],"advice":{"pl":"Dzwoń","en":"Call"}},"#
                    + #""questions":[{"code":"danger","type":"singlevaluelist","required":false,"#
                    + #""question":{"pl":"Czy?","en":"Is it?"},"values":[{"code":"yes","name":{"pl":"Tak","en":"Yes"}}]}]"#
            )
        )
        #expect(full.kinds == [.intervention, .idea])
        #expect(full.visibility == .placeOnly)
        #expect(full.deadlines == CategoryDeadlines(firstAction: 1, closure: 7))
        #expect(full.duplicates == DuplicateReach(metres: 25, days: 60))
        #expect(full.emergency?.numbers == ["112", "994"])
        #expect(full.questions.first?.choices.map(\.code) == ["yes"])
        #expect(full.questions.first?.isRequired == false)
    }

    @Test(arguments: [
        (#""class":"X""#, "class: 'X' is not one of the known words"),
        (#""also":["wish"]"#, "also: 'wish' is not one of the known words"),
        (#""visibility":"secret""#, "visibility: 'secret' is not"),
        (#""first_action_days":1"#, "closure_days: must be a whole number"),
        (#""first_action_days":1,"closure_days":-1"#, "closure_days: must be a number of days"),
        (#""duplicates":{"radius_m":-1,"window_days":60}"#, "duplicates.radius_m: must be a number from"),
        (
            #""emergency":{"numbers":[],"advice":{"pl":"a","en":"a"}}"#,
            "emergency.numbers: must name a number"
        ),
        (
            #""questions":[{"code":"a","type":"singlevaluelist","question":{"pl":"a","en":"a"}}]"#,
            "questions[0].values: must be a list of answers"
        ),
        (
            #""questions":[{"code":"a","type":"text","question":{"pl":"a","en":"a"},"#
                + #""values":[{"code":"a","name":{"pl":"a","en":"a"}}]}]"#,
            "questions[0].values: are for lists only"
        ),
        (
            #""questions":[{"code":"a","type":"poem","question":{"pl":"a","en":"a"}}]"#,
            "questions[0].type: 'poem' is not"
        ),
    ])
    func `a part of a category that can't be is refused with its place`(members: String, message: String) {
        let error = #expect(throws: CityDataError.self) { try road(members) }
        #expect(error?.description.hasPrefix("categories, categories[0].\(message)") == true)
    }

    @Test func `clients get the shipped categories with everything a form needs`() throws {
        let shipped = try CategoryCatalogue(parsing: try Shipped.file("categories.json"))
        let json = try JSON.parse(shipped.json()).objectValue
        #expect(json?["classes"]?.arrayValue?.count == 5)
        let categories = (json?["categories"]?.arrayValue ?? []).compactMap(\.objectValue)
        #expect(categories.count == shipped.categories.count)
        let speed = try #require(categories.first { $0["code"] == .string("road.speed") })
        #expect(speed["class"] == .string("P"))
        #expect(speed["kinds"] == .array([.string("intervention"), .string("idea")]))
        #expect(speed["first_action_days"] == .number(JSONNumber(5)))
        #expect(speed["closure_days"] == .number(JSONNumber(30)))
        #expect(speed["unit"] == .string("WGKiI"))
        #expect(speed["duplicates"]?.objectValue?["radius_m"]?.numberValue != nil)
        #expect(speed["emergency"]?.objectValue?["numbers"]?.arrayValue?.first == .string("112"))
        #expect(speed["questions"]?.arrayValue?.isEmpty == false)
    }

    @Test func `none of the shipped questions must be answered, and people in need are nobody's pin`() throws
    {
        let shipped = try CategoryCatalogue(parsing: try Shipped.file("categories.json"))
        #expect(shipped.categories.allSatisfy { $0.questions.allSatisfy { !$0.isRequired } })
        #expect(shipped["order.homeless"]?.visibility == .staff)
        #expect(shipped["noise"]?.visibility != .public)
        #expect(shipped["road.pothole"]?.visibility == .public)
    }
}
