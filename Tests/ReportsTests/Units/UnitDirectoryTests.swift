import Formats
import Reports
import Testing

struct UnitDirectoryTests {
    private static let queue = unit("KCK", #""kind":"queue""#)

    private static func unit(_ code: String, _ members: String) -> String {
        let kind = members.contains(#""kind""#) ? "" : #","kind":"own""#
        return
            #"{"code":"\#(code)","name":{"pl":"\#(code)","en":"\#(code)"},"handles":{"pl":"p","en":"e"}\#(kind),"#
            + members + "}"
    }

    private func directory(_ units: [String]) throws -> UnitDirectory {
        let text = #"{"queue":"KCK","units":["# + ([Self.queue] + units).joined(separator: ",") + "]}"
        return try UnitDirectory(parsing: Array(text.utf8))
    }

    private func category(_ code: String, group: String) throws -> Reports.Category {
        let text = #"""
            {"groups":[{"code":"\#(group)","name":{"pl":"G","en":"G"}}],"categories":[{"code":"\#(code)",
            "group":"\#(group)","kind":"intervention","name":{"pl":"K","en":"C"},"unit":"KCK"}]}
            """#
        return try #require(try CategoryCatalogue(parsing: Array(text.utf8))[code])
    }

    private func day(_ text: String) throws -> CivilDate {
        try #require(CivilDate(parsing: text))
    }

    @Test func `a unit that has ended leads to its successors, one that hasn't begun to its predecessors`()
        throws
    {
        let directory = try directory([
            Self.unit("A", #""valid_until":"2020-01-01","successors":[{"unit":"B"}]"#),
            Self.unit(
                "B",
                #""valid_from":"2020-01-01","valid_until":"2025-01-01","successors":[{"unit":"C"}]"#
            ),
            Self.unit("C", #""valid_from":"2025-01-01""#),
        ])
        for code in ["A", "B", "C"] {
            for (date, expected) in [("2019-12-31", "A"), ("2024-12-31", "B"), ("2025-01-01", "C")] {
                let found = directory.inCharge(code, of: nil, on: try day(date))
                #expect(found.unit.code == expected, "\(code) on \(date)")
                #expect(found.steps.isEmpty == (code == expected))
            }
        }
        let steps = directory.inCharge("A", of: nil, on: try day("2026-01-01")).steps
        #expect(steps.map(\.from) == ["A", "B"])
        #expect(steps.map(\.to) == ["B", "C"])
        #expect(steps.last?.reason == .ended(try day("2025-01-01")))
        #expect(steps.first?.why[.en] == "A ended before 2020-01-01; B takes over.")
    }

    @Test func `a category goes to the successor that names it, and comes from the predecessor that does`()
        throws
    {
        let directory = try directory([
            Self.unit(
                "OLD",
                #""valid_until":"2025-01-01","successors":[{"unit":"ALL"},{"unit":"SOME","groups":["roads"]}]"#
            ),
            Self.unit("OTHER", #""valid_until":"2025-01-01","successors":[{"unit":"SOME"}]"#),
            Self.unit("ALL", #""valid_from":"2025-01-01""#), Self.unit("SOME", #""valid_from":"2025-01-01""#),
        ])
        let road = try category("road.speed", group: "roads")
        let tree = try category("green.tree", group: "greenery")
        let after = try day("2025-01-01")
        let before = try day("2024-12-31")
        #expect(directory.inCharge("OLD", of: road, on: after).unit.code == "SOME")
        #expect(directory.inCharge("OLD", of: tree, on: after).unit.code == "ALL")
        #expect(directory.inCharge("OLD", of: nil, on: after).unit.code == "ALL")
        #expect(directory.inCharge("SOME", of: road, on: before).unit.code == "OLD")
        #expect(directory.inCharge("SOME", of: tree, on: before).unit.code == "OTHER")
        #expect(directory.inCharge("ALL", of: road, on: before).unit.code == "OLD")
    }

    @Test(arguments: ["A", "B", "LONELY", "EARLY", "GONE", "LOST"])
    func `what leads in a circle or nowhere ends at the contact centre`(code: String) throws {
        let directory = try directory([
            Self.unit("A", #""valid_until":"2020-01-01","successors":[{"unit":"B"}]"#),
            Self.unit("B", #""valid_until":"2021-01-01","successors":[{"unit":"A"}]"#),
            Self.unit("LONELY", #""valid_until":"2020-01-01""#),
            Self.unit("EARLY", #""valid_from":"2030-01-01""#),
            Self.unit("GONE", #""valid_until":"2020-01-01","successors":[{"unit":"NOWHERE"}]"#),
        ])
        let found = directory.inCharge(code, of: nil, on: try day("2026-01-01"))
        #expect(found.unit.code == "KCK")
        #expect(found.steps.last?.to == "KCK")
        #expect([.nobody, .unknown].contains(found.steps.last?.reason))
    }

    @Test func `a gap between two units ends at the contact centre`() throws {
        let directory = try directory([
            Self.unit("A", #""valid_until":"2020-01-01","successors":[{"unit":"B"}]"#),
            Self.unit("B", #""valid_from":"2022-01-01""#),
        ])
        for code in ["A", "B"] {
            #expect(directory.inCharge(code, of: nil, on: try day("2021-01-01")).unit.code == "KCK")
        }
    }

    @Test(arguments: [
        ([#""kind":"external""#], "units[1].advice: must say whom to ask"),
        ([#""kind":"queue""#], "units: exactly one must be of the kind 'queue', not 2"),
        ([#""kind":"own""#, #""kind":"own""#], "units[2].code: 'X' stands there twice"),
        ([#""kind":"friend""#], "units[1].kind: 'friend' is not"),
        ([#""valid_from":"2025-01-01","valid_until":"2025-01-01""#], "units[1].valid_until: must be later"),
        (
            [
                #""desks":[{"code":"a","name":{"pl":"A","en":"A"}},{"code":"a","name":{"pl":"A","en":"A"}}]"#
            ],
            "units[1].desks[1].code: 'a' stands there twice"
        ),
    ])
    func `a mistake in the directory is named with its place`(units: [String], message: String) {
        let error = #expect(throws: CityDataError.self) {
            try directory(units.map { Self.unit("X", $0) })
        }
        #expect(error?.description.hasPrefix("units, \(message)") == true)
    }

    @Test func `clients get every unit with its validity, successors and desks`() throws {
        let directory = try UnitDirectory(parsing: try Shipped.file("units.json"))
        let json = try JSON.parse(directory.json()).objectValue
        #expect(json?["queue"] == .string("KCK"))
        let units = (json?["units"]?.arrayValue ?? []).compactMap(\.objectValue)
        #expect(units.count == directory.units.count)
        let old = try #require(units.first { $0["code"] == .string("WS") })
        #expect(old["valid_until"] == .string("2025-01-01"))
        #expect(old["valid_from"] == .null)
        let successors = old["successors"]?.arrayValue?.compactMap { $0.objectValue?["unit"] }
        #expect(successors == [.string("WGKiI"), .string("WSiK")])
        #expect(old["desks"]?.arrayValue?.count == 7)
        let water = try #require(units.first { $0["code"] == .string("WMK") })
        #expect(water["emergency_number"] == .string("994"))
        #expect(water["kind"] == .string("own"))
    }
}
