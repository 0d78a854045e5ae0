import Formats
import Reports
import Testing

struct HandlingJSONTests {
    private let table = HandlingTable.standard

    private func members(_ json: JSON?, _ name: String) throws -> [JSONObject] {
        try #require(json?.objectValue?[name]?.arrayValue).map { try #require($0.objectValue) }
    }

    private func text(_ object: JSONObject, _ name: String) throws -> String {
        try #require(object[name]?.stringValue)
    }

    @Test func `clients get every status and every step of every kind`() throws {
        let json = try JSON.parse(table.json())
        #expect(json.objectValue?["initial"] == .string("received"))
        #expect(json.objectValue?["reopen_days"] == .number(JSONNumber(14)))
        let roles = try members(json, "roles").map { try text($0, "code") }
        #expect(roles == ActorRole.allCases.map(\.rawValue))
        let kinds = try members(json, "kinds")
        #expect(try kinds.map { try text($0, "kind") } == ReportKind.allCases.map(\.rawValue))
        for (kind, object) in zip(ReportKind.allCases, kinds) {
            let inner = JSON.object(object)
            let statuses = try members(inner, "statuses").map { status in
                let code = try #require(ReportStatus(rawValue: try text(status, "code")))
                #expect(status["open"] == .bool(code.isOpen))
                #expect(status["public"] == .bool(code.isPublic(of: kind)))
                #expect(status["clock"] == .string(code.clock.rawValue))
                #expect(status["name"]?.objectValue?["en"] == .string(code.name(of: kind).en))
                return code
            }
            #expect(statuses == table.statuses(of: kind))
            let steps = try members(inner, "steps").map { step in
                try
                    "\(text(step, "from")) \(text(step, "to")) \(text(step, "demands")) \(text(step, "clock")) "
                    + "\(step["roles"]?.arrayValue?.compactMap(\.stringValue) ?? []) "
                    + "\(step["reporter_days"]?.numberValue?.integer ?? 0)"
            }
            #expect(
                steps
                    == table.steps.filter { $0.kind == kind }.map {
                        "\($0.from.rawValue) \($0.to.rawValue) \($0.demand.rawValue) \($0.clock.rawValue) "
                            + "\($0.roles.map(\.rawValue)) \($0.reporterDays ?? 0)"
                    }
            )
            let reasons = try members(inner, "reasons").map { try text($0, "code") }
            #expect(reasons == ClosingReason.all(for: kind).map(\.rawValue))
        }
    }
}
