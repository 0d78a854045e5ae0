import Formats
import Territory
import Testing

struct UnitCheckTests {
    private func findings(_ units: String..., treesTo unit: String = "A") throws -> [Finding] {
        let directory = #"{"queue":"Q","units":["# + units.joined(separator: ",") + "]}"
        let city = PlainCity.documents([
            "units": units.isEmpty ? PlainCity.units() : directory,
            "categories": PlainCity.categories(treesTo: unit),
        ])
        return CityChecks.findings(in: city, on: try #require(CivilDate(parsing: "2026-11-01")))
    }

    private static let queue = PlainCity.unit("Q", kind: "queue")
    private static let own = PlainCity.unit("A")

    private func ended(_ code: String, _ successors: String, until day: String = "2025-01-01") -> String {
        PlainCity.unit(code, #","valid_until":"\#(day)","successors":[\#(successors)]"#)
    }

    @Test func `a category's unit must be there`() throws {
        let found = try findings(treesTo: "B")
        #expect(found.map(\.what) == ["there is no unit 'B'"])
        #expect(found.map(\.place) == ["categories[0] (tree).unit"])
    }

    @Test func `an ended unit passes its matters on`() throws {
        let units = [Self.queue, Self.own, ended("OLD", #"{"unit":"A"}"#)]
        #expect(try findings(units[0], units[1], units[2], treesTo: "OLD") == [])
    }

    @Test(arguments: [
        ("2025-01-01", "2026-11-01"), ("2027-05-01", "2027-05-01"),
    ])
    func `a unit in use that ends without a successor is told with the day`(end: String, from: String) throws
    {
        let found = try findings(Self.queue, Self.own, ended("OLD", "", until: end), treesTo: "OLD")
        #expect(found.map(\.severity) == [.error])
        #expect(
            found.map(\.what) == [
                "on \(from) 'OLD' is not in force and nobody takes over: reports go to the queue"
            ]
        )
    }

    @Test func `a successor for some categories alone is a warning`() throws {
        let found = try findings(
            Self.queue,
            Self.own,
            ended("OLD", #"{"unit":"A","categories":["tree"]}"#),
            treesTo: "OLD"
        )
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.place == "units[2] (OLD).successors")
    }

    @Test(arguments: [
        (#"{"unit":"B"}"#, "unit", "there is no unit 'B'"),
        (#"{"unit":"A","categories":["bush"]},{"unit":"A"}"#, "categories", "there is no category 'bush'"),
        (#"{"unit":"A","groups":["bush"]},{"unit":"A"}"#, "groups", "there is no group 'bush'"),
    ])
    func `a successor that isn't there is told`(successors: String, member: String, what: String) throws {
        let found = try findings(Self.queue, Self.own, ended("OLD", successors))
        #expect(found.map(\.what) == [what])
        #expect(found.map(\.place) == ["units[2] (OLD).successors[0].\(member)"])
    }

    @Test func `circles of successors are told once`() throws {
        let found = try findings(
            Self.queue,
            Self.own,
            ended("B", #"{"unit":"C"}"#),
            ended("C", #"{"unit":"D"}"#),
            ended("D", #"{"unit":"B"}"#),
            ended("E", #"{"unit":"B"}"#)
        )
        #expect(found.map(\.what) == ["follow each other in a circle: B → C → D → B"])
        #expect(found.map(\.severity) == [.error])
    }

    @Test func `two ways to one unit are no circle`() throws {
        let found = try findings(
            Self.queue,
            Self.own,
            ended("B", #"{"unit":"C","categories":["tree"]},{"unit":"D"}"#),
            ended("C", #"{"unit":"A"}"#),
            ended("D", #"{"unit":"C"}"#)
        )
        #expect(found == [])
    }

    @Test func `an external unit says whom to ask`() throws {
        let found = try findings(Self.queue, Self.own, PlainCity.unit("X", kind: "external"))
        #expect(found.map(\.what) == ["must say whom to ask, for 'X' is external"])
        #expect(found.map(\.place) == ["units[2].advice"])
    }
}
