import Formats
import HTTP
import Reports
import TestSupport
import Testing

@testable import Doors

struct DocumentationTests {
    /// docs/api.md as a text.
    private var page: String {
        get throws { String(decoding: try Checkout.read("docs/api.md"), as: UTF8.self) }
    }

    @Test func `every problem code of the contract is explained in the documentation`() throws {
        let page = try page
        var codes: Set<String> = []
        let responses = try Contract.shipped.get().root["components"]?.objectValue?["responses"]
        visit(.object(try Contract.shipped.get().root)) { object in
            guard let code = object["properties"]?.objectValue?["code"]?.objectValue,
                let words = code["enum"]?.arrayValue, object["$ref"] != nil
            else { return }
            codes.formUnion(words.compactMap(\.stringValue))
        }
        #expect(responses != nil && codes.count > 25)
        #expect(codes.filter { !page.contains("`\($0)`") } == [])
    }

    @Test func `every address that the documentation names is in the contract`() throws {
        let paths = try APIDescription(Checkout.read("api/openapi.json")).operations.map(\.path)
        let commands = try page.matches(of: /8311\/api\/v1(\/[^?' \n]*)/).map { String($0.1) }
        #expect(commands.count > 5)
        for command in commands {
            let path = command.replacing(/KCK-[0-9-]+/, with: "{number}")
            #expect(paths.contains(path), "\(command)")
        }
    }

    @Test func `the report that the documentation sends is one`() throws {
        let body = try #require(try page.firstMatch(of: /-d '(\{[^']*\})'/)).1
        #expect(throws: Never.self) { try Submission(parsing: Array(body.utf8)) }
    }

    private func visit(_ json: JSON, _ body: (JSONObject) -> Void) {
        switch json {
        case .object(let object):
            body(object)
            for member in object.members { visit(member.value, body) }
        case .array(let elements): for element in elements { visit(element, body) }
        default: return
        }
    }
}
