import Formats
import HTTP
import Ledger
import Reports
import Territory

/// Reports about one matter: what staff link and unlink, and what a group is made of.
extension ReportsDoor {
    func openGrouping(_ group: inout RouteGroup) {
        group.get("/{number}/group") { try await members($0) }
        group.post("/{number}/link") { try await link($0) }
        group.post("/{number}/unlink") { try await unlink($0) }
        group.post("/{number}/members/steps") { try await stepMembers($0) }
    }

    private func link(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        try asked.requireStaff()
        let leader = try request.fields { reader in
            reader.parsed("to", length: 1...32, .reportNumber) { ReportNumber(parsing: $0) }
        }
        return answer(try await ledger.link(asked.report.number, to: leader, by: asked.actor), to: asked)
    }

    private func unlink(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        try asked.requireStaff()
        _ = try request.fields { _ in true }
        return answer(try await ledger.unlink(asked.report.number, by: asked.actor), to: asked)
    }

    /// Takes the step that the leader took with all its members that can take it.
    private func stepMembers(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        try asked.requireStaff()
        let step = try request.fields { StepRequest.read(&$0) }
        let outcome = try await ledger.stepMembers(
            of: asked.report.number,
            step,
            by: asked.actor,
            in: city.value
        )
        var json = JSONWriter()
        json.beginObject()
        json.key("taken")
        json.integer(outcome.taken)
        json.key("left")
        json.strings(outcome.left.map(\.description))
        json.endObject()
        return answer(json.bytes, to: asked.caller)
    }

    private func members(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        var reader = QueryReader(request.query)
        let limit = reader.integer("limit", in: 1...Ledger.mostMembersShown, usually: 100)
        let after = reader.text("after").flatMap { text -> ReportNumber? in
            let number = ReportNumber(parsing: text)
            if number == nil { reader.report("after", "format", .reportNumber) }
            return number
        }
        try reader.finish()
        let group = try await ledger.group(
            of: asked.report.number,
            after: after,
            limit: limit,
            for: asked.view == .staff ? .staff(unit: nil) : audience(of: asked.caller)
        )
        var json = JSONWriter(reserving: 256 * (group.members.count + 1))
        json.group(group, view: asked.view == .staff)
        return answer(json.bytes, to: asked.caller)
    }
}

extension JSONWriter {
    /// Writes a group: who leads it, who stands behind it, and its members.
    fileprivate mutating func group(_ group: MatterGroup, view isStaff: Bool) {
        beginObject()
        key("leader")
        string(group.leader.description)
        key("members")
        integer(group.count)
        key("supporters")
        integer(group.supporters)
        key("reports")
        members(group.members)
        key("next")
        stringIfAny(group.next?.description)
        if isStaff {
            key("suggested")
            members(group.suggested)
        }
        endObject()
    }

    private mutating func members(_ members: [MatterGroup.Member]) {
        beginArray()
        for member in members {
            beginObject()
            key("number")
            string(member.number.description)
            key("category")
            string(member.category)
            key("status")
            string(member.status.rawValue)
            key("created")
            string(member.created.description)
            if let likeness = member.likeness {
                key("likeness")
                number((likeness * 1_000).rounded() / 1_000)
            }
            endObject()
        }
        endArray()
    }
}
