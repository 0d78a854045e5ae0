import Formats
import FoundationEssentials
import Reports
import Testing

struct HandlingPageTests {
    @Test func `the page lists exactly the statuses and steps of the table`() throws {
        let page = try HandlingPage.text()
        let renewed = HandlingPage.renewed(page)
        if ProcessInfo.processInfo.environment["BLESS"] != nil {
            try Data(renewed.utf8).write(to: URL(filePath: HandlingPage.path))
        } else {
            #expect(page == renewed)
        }
        for kind in ReportKind.allCases {
            #expect(renewed.contains(HandlingPage.statuses(of: kind)))
            #expect(renewed.contains(HandlingPage.steps(of: kind)))
        }
    }

    @Test func `what the page leaves out of its tables is true`() throws {
        #expect(HandlingTable.standard.steps.allSatisfy { $0.roles.contains(.importer) })
        #expect(HandlingTable.standard.steps.allSatisfy { !$0.roles.contains(.resident) })
        let page = try HandlingPage.text()
        for reason in ClosingReason.allCases {
            let kinds = ReportKind.allCases.filter { ClosingReason.all(for: $0).contains(reason) }
            let row =
                "| `\(reason.rawValue)` | \(reason.name.pl) | \(reason.name.en) | "
                + "\(kinds.map(\.rawValue).joined(separator: ", ")) |\n"
            #expect(page.contains(row))
        }
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let listed = ReportKind.allCases.map { HandlingPage.statuses(of: $0) + HandlingPage.steps(of: $0) }
        let expected = listed.joined().split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.count == expected.count + ClosingReason.allCases.count)
    }
}
