import Formats
import HTTP
import TestSupport
import Testing

@testable import Doors

struct ContractTests {
    private var contract: Contract {
        get throws { try Contract.shipped.get() }
    }

    @Test func `every reference of the document leads somewhere`() throws {
        let contract = try contract
        let check = SchemaCheck(root: contract.root, isClosed: false)
        var references: [String] = []
        visit(.object(contract.root)) { object, _ in
            if let reference = object["$ref"]?.stringValue { references.append(reference) }
        }
        #expect(references.count > 100)
        #expect(references.filter { check.target(of: $0) == nil } == [])
        let parts = contract.root["components"]?.objectValue?.members ?? []
        for part in parts where part.name != "securitySchemes" {
            for member in part.value.objectValue?.members ?? [] {
                #expect(references.contains("#/components/\(part.name)/\(member.name)"), "nothing uses it")
            }
        }
    }

    @Test func `every example is what its schema asks for`() throws {
        let contract = try contract
        let check = SchemaCheck(root: contract.root, isClosed: true)
        var count = 0
        visit(.object(contract.root)) { object, place in
            guard let example = object["example"], let schema = object["schema"]?.objectValue else { return }
            count += 1
            let mistakes = check.mistakes(in: example, schema)
            #expect(mistakes == [], "\(place)")
        }
        #expect(count > 20)
    }

    @Test func `every operation has a name of its own, a group, words, and says who may use it`() throws {
        let description = try APIDescription(Checkout.read("api/openapi.json"))
        let groups = (description.root["tags"]?.arrayValue ?? []).compactMap { $0.objectValue?["name"] }
        #expect(description.operations.count > 15)
        #expect(Set(description.operations.map(\.name)).count == description.operations.count)
        for operation in description.operations {
            let tags = operation.json["tags"]?.arrayValue ?? []
            #expect(tags.count == 1 && groups.contains(tags[0]))
            #expect(!operation.summary.isEmpty && operation.json["security"] != nil)
            #expect(operation.json["responses"]?.objectValue?["400"] != nil)
            for parameter in operation.parameters { #expect(parameter["description"] != nil) }
        }
    }

    @Test(
        arguments: [
            (#"{"type":"string","minLength":2}"#, #""a""#, false),
            (#"{"type":"string","maxLength":2}"#, #""żół""#, false),
            (#"{"type":["string","null"]}"#, "null", true), (#"{"type":"integer","minimum":1}"#, "0", false),
            (#"{"type":"integer"}"#, "1.5", false), (#"{"type":"number","maximum":90}"#, "90.1", false),
            (#"{"type":"string","pattern":"^[a-z]+$"}"#, #""A""#, false),
            (#"{"enum":["a","b"]}"#, #""c""#, false),
            (#"{"type":"string","format":"uuid"}"#, #""0198c0de""#, false),
            (#"{"type":"string","format":"date-time"}"#, #""2026-06-30""#, false),
            (#"{"type":"array","items":{"type":"integer"},"maxItems":1}"#, "[1,2]", false),
            (#"{"type":"array","items":{"type":"integer"}}"#, #"[1,"2"]"#, false),
            (#"{"type":"array","uniqueItems":true}"#, "[1,1]", false),
            (#"{"type":"object","properties":{"a":{}},"required":["a"]}"#, "{}", false),
            (#"{"type":"object","properties":{"a":{}}}"#, #"{"b":1}"#, false),
            (#"{"type":"object","properties":{"a":{}},"additionalProperties":true}"#, #"{"b":1}"#, true),
            (#"{"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}"#, #"{"a":1,"b":2}"#, true),
            (#"{"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}"#, #"{"a":1,"c":2}"#, false),
            (#"{"oneOf":[{"type":"integer"},{"type":"number"}]}"#, "1", false),
            (#"{"anyOf":[{"type":"integer"},{"type":"null"}]}"#, "null", true), (#"{"not":{}}"#, "1", false),
            (##"{"$ref":"#/nowhere"}"##, "1", false), (##"{"$ref":"#/a"}"##, #""x""#, false),
            (##"{"$ref":"#/a"}"##, "3", true),
        ] as [(String, String, Bool)]
    )
    func `the checker tells what fits a schema from what doesn't`(
        schema: String,
        value: String,
        isRight: Bool
    ) throws {
        let root = try #require(JSON.parse(Array(#"{"a":{"type":"integer"}}"#.utf8)).objectValue)
        let parsed = try #require(JSON.parse(Array(schema.utf8)).objectValue)
        let mistakes = SchemaCheck(root: root, isClosed: true)
            .mistakes(in: try JSON.parse(Array(value.utf8)), parsed)
        #expect(mistakes.isEmpty == isRight, "\(mistakes)")
    }

    private func visit(_ json: JSON, at place: String = "#", _ body: (JSONObject, String) -> Void) {
        switch json {
        case .object(let object):
            body(object, place)
            for member in object.members { visit(member.value, at: "\(place)/\(member.name)", body) }
        case .array(let elements):
            for (index, element) in elements.enumerated() { visit(element, at: "\(place)/\(index)", body) }
        default: return
        }
    }
}
