import Formats

extension HandlingTable {
    /// The table as clients get it.
    package func json() -> [UInt8] {
        var json = JSONWriter(reserving: 24 << 10)
        json.beginObject()
        json.key("initial")
        json.string(HandlingTable.initial.rawValue)
        json.key("reopen_days")
        json.integer(HandlingTable.reopenDays)
        json.key("roles")
        json.beginArray()
        for role in ActorRole.allCases { json.named(role.rawValue, role.name) }
        json.endArray()
        json.key("kinds")
        json.beginArray()
        for kind in ReportKind.allCases { json.handling(of: kind, in: self) }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func named(_ code: String, _ name: LocalizedText) {
        beginObject()
        key("code")
        string(code)
        key("name")
        localized(name)
        endObject()
    }

    fileprivate mutating func handling(of kind: ReportKind, in table: HandlingTable) {
        let statuses = table.statuses(of: kind)
        beginObject()
        key("kind")
        string(kind.rawValue)
        key("statuses")
        beginArray()
        for status in statuses { self.status(status, of: kind) }
        endArray()
        key("steps")
        beginArray()
        for status in statuses {
            for step in table.steps(of: kind, from: status) { self.step(step) }
        }
        endArray()
        key("reasons")
        beginArray()
        for reason in ClosingReason.all(for: kind) { named(reason.rawValue, reason.name) }
        endArray()
        endObject()
    }

    private mutating func status(_ status: ReportStatus, of kind: ReportKind) {
        beginObject()
        key("code")
        string(status.rawValue)
        key("name")
        localized(status.name(of: kind))
        key("open")
        bool(status.isOpen)
        key("public")
        bool(status.isPublic(of: kind))
        key("clock")
        string(status.clock.rawValue)
        endObject()
    }

    private mutating func step(_ step: HandlingStep) {
        beginObject()
        key("from")
        string(step.from.rawValue)
        key("to")
        string(step.to.rawValue)
        key("roles")
        strings(step.roles.map(\.rawValue))
        key("demands")
        string(step.demand.rawValue)
        key("clock")
        string(step.clock.rawValue)
        key("reporter_days")
        integerIfAny(step.reporterDays)
        endObject()
    }
}
