import Testing

@testable import Formats

@Suite struct FieldReaderTests {
    private enum Kind: String, CaseIterable {
        case intervention
        case idea
    }

    private struct Place: Equatable {
        let longitude: Double
        let latitude: Double
    }

    private struct Draft: Equatable {
        let kind: Kind
        let description: String
        let place: Place
        let tags: [String]
        let floor: Int?
        let urgent: Bool?
    }

    @Test func `a good object is read whole`() throws {
        let draft = try read(
            """
            {"kind": "idea", "description": "Ławka\\nprzy Wiśle", "location": {"lon": 19.938333, "lat": 50},
             "tags": ["park"], "floor": -1.0, "urgent": null}
            """
        )
        let place = Place(longitude: 19.938333, latitude: 50)
        #expect(
            draft
                == Draft(
                    kind: .idea,
                    description: "Ławka\nprzy Wiśle",
                    place: place,
                    tags: ["park"],
                    floor: -1,
                    urgent: nil
                )
        )
    }

    @Test func `every problem is reported at once with its pointer`() {
        let problems = problems(
            """
            {"kind": "complaint", "descripton": "x", "location": {"lon": "19", "lat": 91, "alt": 3},
             "tags": ["ok", 5, ""], "floor": 1.5, "urgent": 1}
            """
        )
        let found = problems.map { "\($0.pointer) \($0.code)" }
        #expect(
            found == [
                "#/kind choice", "#/description missing", "#/location/lon type", "#/location/lat range",
                "#/location/alt unknown", "#/tags/1 type", "#/tags/2 length", "#/floor type", "#/urgent type",
                "#/descripton unknown",
            ]
        )
        #expect(problems.last?.detail.en == "Unknown field. Did you mean “description”?")
        #expect(problems.last?.detail.pl == "Nieznane pole. Czy chodziło o „description”?")
    }

    @Test(
        arguments: [
            ("null", "#", .type),
            ("[]", "#", .type),
            (#"{"description": "Ławka"}"#, "#/location", .missing),
            (#"{"description": "Ławka", "location": null}"#, "#/location", .missing),
            (#"{"description": "Ławka", "location": []}"#, "#/location", .type),
            (#"{"description": "a"}"#, "#/description", .length),
            (#"{"description": "a\u0000b"}"#, "#/description", .controlCharacter),
            (#"{"description": "a\u0085b"}"#, "#/description", .controlCharacter),
            (#"{"description": "a\u202Eb"}"#, "#/description", .direction),
            (#"{"description": "a\u2066b"}"#, "#/description", .direction),
            (#"{"tags": ["a\tb"]}"#, "#/tags/0", .controlCharacter),
            (#"{"tags": ["1", "2", "3", "4"]}"#, "#/tags", .length),
            (#"{"tags": "park"}"#, "#/tags", .type),
            (#"{"floor": 100}"#, "#/floor", .range),
            (#"{"floor": 1e300}"#, "#/floor", .range),
            (#"{"floor": 99999999999999999999}"#, "#/floor", .range),
            (#"{"floor": "1"}"#, "#/floor", .type),
            (#"{"urgent": "yes"}"#, "#/urgent", .type),
            (#"{"kind": 1}"#, "#/kind", .type),
            (#"{"a/b~c": 1}"#, "#/a~1b~0c", .unknown),
        ] as [(String, String, FieldProblem.Code)]
    )
    func `a wrong field has its pointer and code`(
        _ json: String,
        _ pointer: String,
        _ code: FieldProblem.Code
    ) {
        #expect(problems(json).contains { $0.pointer == pointer && $0.code == code })
    }

    @Test func `an absent optional field is no problem`() throws {
        let json = try JSON.parse(Array("{}".utf8))
        let absent = try FieldReader.read(json) { fields in
            fields.string("a", .optional, length: 1...2) == nil
                && fields.integer("b", .optional, in: 0...1) == nil
                && fields.object("c", .optional) { _ in true } == nil
        }
        #expect(absent)
    }

    @Test func `objects in an array are read one by one`() throws {
        let json = try JSON.parse(Array(#"{"photos": [{"id": 1}, {"id": 2}]}"#.utf8))
        let ids = try FieldReader.read(json) { fields in
            fields.objects("photos", count: 0...5) { $0.integer("id", in: 1...9) }
        }
        #expect(ids == [1, 2])
        let bad = try JSON.parse(Array(#"{"photos": [{"id": 1}, 7, {"id": 0}]}"#.utf8))
        let error = #expect(throws: FieldProblems.self) {
            try FieldReader.read(bad) { fields in
                fields.objects("photos", count: 0...5) { $0.integer("id", in: 1...9) }
            }
        }
        #expect(error?.problems.map(\.pointer) == ["#/photos/1", "#/photos/2/id"])
    }

    @Test func `the caller adds problems of its own`() throws {
        let json = try JSON.parse(Array(#"{"location": {"lon": 5}}"#.utf8))
        let outside = LocalizedText(pl: "Poza miastem.", en: "Outside the city.")
        let error = #expect(throws: FieldProblems.self) {
            try FieldReader.read(json) { fields in
                fields.object("location") { place -> Double? in
                    place.report("lon", .range, outside)
                    return place.number("lon", in: -180...180)
                }
            }
        }
        #expect(error?.problems == [FieldProblem(pointer: "#/location/lon", code: .range, detail: outside)])
    }

    @Test func `a body that gives up without a reason is still a problem`() throws {
        let json = try JSON.parse(Array("{}".utf8))
        let error = #expect(throws: FieldProblems.self) { try FieldReader.read(json) { _ in nil as Int? } }
        #expect(error?.problems.map(\.code) == [.format])
    }

    @Test func `the number of problems is bounded`() {
        let many = (0..<5_000).map { #""x\#($0)": 1"# }.joined(separator: ",")
        #expect(problems("{\(many)}").count(where: { $0.code == .unknown }) == 8)
        let objects = [String](repeating: #"{"bad": 1}"#, count: 1_000).joined(separator: ",")
        let json = try? JSON.parse(Array(#"{"list": [\#(objects)]}"#.utf8))
        let error = #expect(throws: FieldProblems.self) {
            try FieldReader.read(json ?? .null) { fields in
                fields.objects("list", count: 0...2_000) { $0.bool("good") }
            }
        }
        #expect(error?.problems.count == 32)
    }

    @Test func `a word read as a choice is ours to the byte`() throws {
        // U+212A, the Kelvin sign, equals the letter K.
        let json = try JSON.parse(Array(#"{"unit": "\u212A"}"#.utf8))
        let word = try FieldReader.read(json) { $0.choice("unit", of: ["K"]) }
        #expect(Array(word.utf8) == [0x4B])
    }

    private func read(_ text: String) throws -> Draft {
        try FieldReader.read(try JSON.parse(Array(text.utf8)), Self.draft)
    }

    private func problems(_ text: String) -> [FieldProblem] {
        let error = #expect(throws: FieldProblems.self) { try read(text) }
        return error?.problems ?? []
    }

    private static func draft(_ fields: inout FieldReader) -> Draft? {
        let kind = fields.choice("kind", as: Kind.self)
        let description = fields.string("description", length: 3...40, controls: .lineEnds)
        let place = fields.object("location") { place -> Place? in
            let longitude = place.number("lon", in: -180...180)
            let latitude = place.number("lat", in: -90...90)
            guard let longitude, let latitude else { return nil }
            return Place(longitude: longitude, latitude: latitude)
        }
        let tags = fields.strings("tags", .optional, count: 0...3, length: 1...10)
        let floor = fields.integer("floor", .optional, in: -3...50)
        let urgent = fields.bool("urgent", .optional)
        guard let kind, let description, let place else { return nil }
        return Draft(
            kind: kind,
            description: description,
            place: place,
            tags: tags ?? [],
            floor: floor,
            urgent: urgent
        )
    }
}
