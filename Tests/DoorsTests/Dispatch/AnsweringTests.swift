import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors

/// Templates of answers, and notes about rules: who writes, who uses, who settles them.
@Suite(.timeLimit(.minutes(2)))
struct AnsweringTests {
    private static let template = [
        ("name", "Naprawa zaplanowana"), ("category", "road.pothole"), ("status", "planned"),
        ("text_pl", "Naprawę {number} planuje {unit}."), ("text_en", "{unit} plans to mend {number}."),
    ]

    private static func console(_ login: String, _ doors: DoorsUnderTest) async throws -> Console {
        let console = Console(doors)
        try await console.signIn(login)
        #expect(console.cookie != nil)
        return console
    }

    private static func pothole(_ doors: DoorsUnderTest) async throws -> String {
        let sent = try await doors.report(
            #"{"category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617}}"#
        )
        return try #require(sent.object?["number"]?.stringValue)
    }

    @Test func `an editor's template answers a case, filled in, with or without a script`() async throws {
        try await withDoors("templates_used") { doors in
            try await doors.addStaff("redaktor", .editor)
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let editor = try await Self.console("redaktor", doors)
            #expect(try await editor.send("/dispatch/templates/new", Self.template).status == 303)
            let list = try await editor.open("/dispatch/templates")
            #expect(list.text.contains("Naprawa zaplanowana") && list.text.contains("Dziura w jezdni"))
            let number = try await Self.pothole(doors)
            let unit = try await Self.console("zdmk", doors)
            let page = try await unit.open("/dispatch/reports/\(number)")
            #expect(page.text.contains("Naprawę \(number) planuje Zarząd Dróg Miasta Krakowa."))
            #expect(page.text.contains("Kraków City Roads Authority plans to mend \(number)."))
            let option = try #require(page.text.firstMatch(of: /value="(\d+)\.en" data-text/)?.1)
            let step = [("status", "planned"), ("template", "\(option).en"), ("note", "")]
            #expect(try await unit.send("/dispatch/reports/\(number)/step", step).status == 303)
            let told = try await doors.ask(.get, "/api/v1/reports/\(number)/history")
            #expect(told.text.contains("Kraków City Roads Authority plans to mend \(number)."))
            // What somebody writes goes before the template.
            let own = [("template", "\(option).pl"), ("note", "Własna odpowiedź"), ("public", "1")]
            #expect(try await unit.send("/dispatch/reports/\(number)/note", own).status == 303)
            let after = try await unit.open("/dispatch/reports/\(number)")
            #expect(after.text.contains("<p class=\"desk-words\">Własna odpowiedź</p>"))
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }

    @Test func `a template with a fault is not kept, and says what to mend`() async throws {
        try await withDoors("templates_faults") { doors in
            try await doors.addStaff("redaktor", .editor)
            let editor = try await Self.console("redaktor", doors)
            let faults = [
                ("name", "", "Podaj nazwę"), ("name", String(repeating: "a", count: 81), "Podaj nazwę"),
                ("category", "nothing.here", "takiej kategorii"), ("status", "done", "takiego stanu"),
                ("text_en", " ", "w obu językach"), ("text_pl", "Tel. {phone}", "nazwie phone"),
            ]
            for (name, value, words) in faults {
                let fields = Self.template.map { $0.0 == name ? (name, value) : $0 }
                let answer = try await editor.send("/dispatch/templates/new", fields)
                #expect(answer.status == 422 && answer.text.contains(words), "\(name) \(value)")
            }
            #expect(try await TemplateStore(doors.database).list().isEmpty)
        }
    }

    @Test func `two editors do not overwrite each other, and a removed template is gone`() async throws {
        try await withDoors("templates_stale") { doors in
            try await doors.addStaff("redaktor", .editor)
            let editor = try await Self.console("redaktor", doors)
            _ = try await editor.send("/dispatch/templates/new", Self.template)
            let id = try #require(try await TemplateStore(doors.database).list().first?.id)
            let path = "/dispatch/templates/\(id)"
            let first = try await editor.send(path, Self.template + [("version", "1")])
            #expect(first.status == 303)
            let second = try await editor.send(path, Self.template + [("version", "1")])
            #expect(second.status == 409 && second.text.contains("Ktoś zmienił ten szablon"))
            #expect(second.text.contains(#"name="version" value="2""#))
            #expect(try await editor.send(path + "/remove").status == 303)
            #expect(try await editor.open(path).status == 404)
            let audit = try await StaffAudit(doors.database).page().events.map(\.what)
            #expect(audit.filter { $0 == .templateChanged }.count == 1)
            #expect(audit.contains(.templateAdded) && audit.contains(.templateRemoved))
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }

    @Test func `templates are the editors' alone`() async throws {
        try await withDoors("templates_rights") { doors in
            for (login, role) in [("k", StaffRole.consultant), ("c", .coordinator), ("a", .administrator)] {
                try await doors.addStaff(login + "onto", role)
                let console = try await Self.console(login + "onto", doors)
                #expect(try await console.open("/dispatch/templates").status == 403)
                #expect(try await console.send("/dispatch/templates/new", Self.template).status == 403)
            }
            #expect(try await TemplateStore(doors.database).list().isEmpty)
        }
    }

    @Test func `a unit says that a rule is wrong, and an editor settles it`() async throws {
        try await withDoors("rule_notes") { doors in
            try await doors.addStaff("redaktor", .editor)
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            let number = try await Self.pothole(doors)
            let path = "/dispatch/reports/\(number)/rule"
            let unit = try await Self.console("zdmk", doors)
            #expect(try await unit.send(path, [("note", "Droga <b>wewnętrzna</b>")]).status == 303)
            #expect(try await unit.send(path, [("note", "")]).status == 422)
            let other = try await Self.console("zzm", doors)
            #expect(try await other.send(path, [("note", "Cudza sprawa")]).status == 404)
            #expect(try await unit.open("/dispatch/rules").status == 403)
            let editor = try await Self.console("redaktor", doors)
            let list = try await editor.open("/dispatch/rules")
            #expect(list.text.contains("Droga &lt;b&gt;wewnętrzna") && list.text.contains(number))
            #expect(!list.text.contains("Cudza sprawa"))
            let id = try #require(list.text.firstMatch(of: #/action="/dispatch/rules/(\d+)"/#)?.1)
            #expect(try await unit.send("/dispatch/rules/\(id)", [("settled", "1")]).status == 403)
            #expect(try await editor.send("/dispatch/rules/\(id)", [("settled", "1")]).status == 303)
            #expect(try await !editor.open("/dispatch/rules").text.contains("wewnętrzna"))
            #expect(try await editor.open("/dispatch/rules?settled=1").text.contains("wewnętrzna"))
            let page = try await unit.open("/dispatch/reports/\(number)")
            #expect(page.text.contains("rozpatrzona"))
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }

    @Test func `nobody can fill the editors' list about one report`() async throws {
        try await withDoors("rule_notes_bounds") { doors in
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let path = "/dispatch/reports/\(try await Self.pothole(doors))/rule"
            let unit = try await Self.console("zdmk", doors)
            for turn in 1...RuleNotes.mostOpen {
                #expect(try await unit.send(path, [("note", "Uwaga \(turn)")]).status == 303)
            }
            let more = try await unit.send(path, [("note", "Jeszcze jedna")])
            #expect(more.status == 409 && more.text.contains("nikt jeszcze nie rozpatrzył"))
        }
    }
}
