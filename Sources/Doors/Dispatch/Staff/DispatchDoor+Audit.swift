import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// Who did what, for administrators: a page of events, the newest first.
extension DispatchDoor {
    func openAudit(_ group: inout RouteGroup) {
        page(&group, "/audit", requiring: .readAudit) { visit in
            let query = AuditQuery(visit.request.query)
            var found = StaffAudit.Page.empty
            if let filter = query.filter(in: visit.city.timeZone) {
                found = try await audit.page(filter, before: query.before)
            }
            var values = query.values(for: visit)
            values["events"] = .list(found.events.map { self.values(of: $0, for: visit) })
            values.set("older", found.next.map { query.address(before: $0) })
            return try site.reply("audit", values, to: visit)
        }
    }

    private func values(of event: StaffEvent, for visit: StaffVisit) -> PageScope {
        let details = event.details.map { detail in
            "\(words("audit.names", detail.name, visit)): \(value(of: detail, visit))"
        }
        return [
            "at": .text(visit.dates.moment(event.at)),
            "stamp": .text(event.at.description),
            "account": .text(event.account?.text ?? visit.words("audit.command")),
            "event": .text(visit.words("audit.what.\(event.what.rawValue)")),
            "subject": .text(event.subject.flatMap { $0 == event.account ? nil : $0.text } ?? ""),
            "report": .text(event.report ?? ""),
            "details": .text(details.joined(separator: ", ")),
        ]
    }

    private func value(of detail: (name: String, value: String), _ visit: StaffVisit) -> String {
        if let role = StaffRole(rawValue: detail.value) { return role.name[visit.language] }
        return words("audit.values", detail.value, visit)
    }

    /// A message below a key, or the word itself where it has none.
    private func words(_ key: String, _ word: String, _ visit: StaffVisit) -> String {
        let text = visit.words("\(key).\(word)")
        return text == "\(key).\(word)" ? word : text
    }
}
