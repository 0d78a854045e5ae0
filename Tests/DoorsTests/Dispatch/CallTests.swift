import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors

/// The desk for calls: what is kept of a call, and what the consultant is told.
@Suite(.timeLimit(.minutes(2)))
struct CallTests {
    private static let call = [
        ("category_name", "Dziura w jezdni"), ("description", "Dziura przy krawężniku"),
        ("lon", "19.9373"), ("lat", "50.0617"), ("first_name", "Próba"), ("phone", "600100200"),
        ("consent_sms", "1"), ("outcome", "answered"), ("seconds", "31"),

    ]

    private static func consultant(_ doors: DoorsUnderTest) async throws -> Console {
        try await doors.addStaff("telefon", .consultant)
        let console = Console(doors)
        try await console.signIn("telefon")
        #expect(console.cookie != nil)
        return console
    }

    private static func rows(_ doors: DoorsUnderTest, _ statement: SQL) async throws -> [[String?]] {
        try await doors.database.read { session in
            try session.query(statement).map { row in
                try (0..<3).map { try row.decode(String?.self, at: $0) }
            }
        }
    }

    @Test func `a report for a caller is one by telephone, of the consultant, with the caller's contact`()
        async throws
    {
        try await withDoors("call_taken") { doors in
            let console = try await Self.consultant(doors)
            let taken = try await console.send("/dispatch/call", Self.call)
            #expect(taken.status == 201)
            #expect(taken.text.contains("Zarząd Dróg Miasta Krakowa"))
            #expect(taken.text.contains(/KCK 20\d\d 000 001/))
            let reports = try await Self.rows(
                doors,
                """
                SELECT r.channel, e.origin, a.login FROM report r JOIN report_event e ON e.report_id = r.id
                JOIN staff_account a ON a.id = e.staff WHERE e.version = 1
                """
            )
            #expect(reports == [["phone", "dispatch", "telefon"]])
            let contacts = try await Self.rows(
                doors,
                "SELECT first_name, phone, last_name FROM report_contact"
            )
            #expect(contacts == [["Próba", "+48600100200", nil]])
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }

    @Test func `a call that is sent twice is one report and one call`() async throws {
        try await withDoors("call_twice") { doors in
            let console = try await Self.consultant(doors)
            let page = try await console.open("/dispatch/call")
            let name = try #require(page.text.firstMatch(of: /name="request" value="([^"]+)"/)?.1)
            let call = Self.call + [("request", String(name))]
            let first = try await console.send("/dispatch/call", call)
            let second = try await console.send("/dispatch/call", call)
            let number = /KCK 20\d\d 000 \d\d\d/
            #expect(first.status == 201 && second.status == 201)
            #expect(first.text.firstMatch(of: number)?.0 == second.text.firstMatch(of: number)?.0)
            let kept = try await Self.rows(
                doors,
                "SELECT outcome, seconds::text, (SELECT count(*) FROM report)::text FROM call_record"
            )
            #expect(kept == [["answered", "31", "1"]])
        }
    }

    @Test func `a call without a report is kept with its outcome, and nothing of who called`() async throws {
        try await withDoors("call_without") { doors in
            let console = try await Self.consultant(doors)
            for outcome in CallOutcome.allCases {
                let fields = Self.call.map { $0.0 == "outcome" ? ($0.0, outcome.rawValue) : $0 }
                let ended = try await console.send("/dispatch/call", fields + [("without_report", "1")])
                #expect(ended.location == "/dispatch/call?done=call")
            }
            let kept = try await Self.rows(
                doors,
                "SELECT outcome, report_id::text, (SELECT count(*) FROM report)::text FROM call_record ORDER BY id"
            )
            #expect(kept == CallOutcome.allCases.map { [$0.rawValue, nil, "0"] })
            let page = try await console.open("/dispatch/call?done=call")
            #expect(page.text.contains("Dziś 3 rozmowy") && page.text.contains("Rozmowa zapisana."))
        }
    }

    @Test func `what is missing is named, and what was written stays`() async throws {
        try await withDoors("call_faults") { doors in
            let console = try await Self.consultant(doors)
            let unknown = Self.call.map { $0.0 == "category_name" ? ($0.0, "coś innego") : $0 }
            let refused = try await console.send("/dispatch/call", unknown)
            #expect(refused.status == 422)
            #expect(refused.text.contains("Wybierz, czego dotyczy zgłoszenie."))
            #expect(refused.text.contains("Dziura przy krawężniku") && refused.text.contains("600100200"))
            let nowhere = Self.call.filter { $0.0 != "lon" && $0.0 != "lat" }
            #expect(try await console.send("/dispatch/call", nowhere).status == 422)
            let elsewhere = Self.call.map { $0.0 == "lon" ? ($0.0, "17.03") : $0 }
            #expect(try await console.send("/dispatch/call", elsewhere).status == 422)
            #expect(try await Self.rows(doors, "SELECT '', '', '' FROM call_record").isEmpty)
        }
    }

    @Test func `in danger the consultant reads out whom to call, and no report is made`() async throws {
        try await withDoors("call_danger") { doors in
            let console = try await Self.consultant(doors)
            var fields = Self.call.filter { $0.0 != "category_name" }
            fields += [("category", "waste.odour"), ("answers[danger]", "yes")]
            let refused = try await console.send("/dispatch/call", fields)
            #expect(refused.status == 422 && refused.text.contains("Rozmówca musi od razu zadzwonić: 992"))
            #expect(refused.text.contains(#"data-answers="{&quot;danger&quot;:[&quot;yes&quot;]}""#))
            #expect(try await Self.rows(doors, "SELECT number, '', '' FROM report").isEmpty)
            // Whoever knows that nobody is in danger may go on.
            let taken = try await console.send("/dispatch/call", fields + [("not_emergency", "1")])
            #expect(taken.status == 201)
        }
    }

    @Test(arguments: zip(1...5, ["-1", "86401", "99999999999999999999", "x", ""]))
    func `a length that no call has is not kept`(turn: Int, seconds: String) async throws {
        try await withDoors("call_seconds_\(turn)") { doors in
            let console = try await Self.consultant(doors)
            let fields = Self.call.map { $0.0 == "seconds" ? ("seconds", seconds) : $0 }
            #expect(try await console.send("/dispatch/call", fields).status == 201)
            let kept = try await Self.rows(doors, "SELECT outcome, seconds::text, '' FROM call_record")
            #expect(kept == [["answered", nil, ""]])
        }
    }
}
