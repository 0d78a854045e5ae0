import Formats
import Intake
import Ledger
import PostgreSQL
import Reports
import TestSupport
import Testing

/// Lists of reports: each line is checked, all are kept or none.
@Suite(.timeLimit(.minutes(1))) struct ImportTests {
    private static let centre = Actor(.centre, name: "KCK", staff: 3, through: .dispatch)

    private static func sheet(_ text: String) -> ImportSheet { ImportSheet(Array(text.utf8)) }

    private static let storm = """
        lp;kategoria;opis;adres;lon;lat;telefon;data\r
        1;green.tree;"Drzewo na chodniku; duże";;19,9373;50,0617;600 100 200;2026-06-30 14:05\r
        2;green.tree;Gałęzie na jezdni;ul. Długa 12;;;;30.06.2026\r
        3;water.inlet;Zalana ulica;;19.9390;50.0700;;\r
        ;;;;;;;\r
        """

    @Test func `a list from a Polish spreadsheet is taken in whole, and again not twice`() async throws {
        try await withIntake("sheet_storm") { under in
            try await addStaffRows(1...3, to: under.database)
            let bytes = Array(Self.storm.utf8)
            let now = Timestamp(seconds: 1_783_000_000)
            let rehearsed = try await under.intake.rehearse(ImportSheet(bytes), by: Self.centre, at: now)
            #expect(rehearsed.problems == [])
            #expect(
                rehearsed.lines.map(\.line) == [2, 3, 4] && rehearsed.lines.allSatisfy { $0.number == nil }
            )
            #expect(rehearsed.lines.map(\.reference) == ["1", "2", "3"])
            #expect(rehearsed.lines[2].unit == "KEGW")
            #expect(try await under.reports() == 0)
            let taken = try await under.intake.take(ImportSheet(bytes), from: bytes, by: Self.centre, at: now)
            #expect(taken.problems == [] && !taken.wasKnown)
            #expect(try await under.reports() == 3)
            let first = try #require(taken.lines[0].number)
            let report = try #require(try await under.ledger.report(first))
            #expect(report.words.description == "Drzewo na chodniku; duże" && report.channel == .phone)
            #expect(report.created == Timestamp(parsing: "2026-06-30T12:05:00Z"))
            let history = try await under.ledger.history(of: first, for: .audience(.staff(unit: nil)))
            #expect(history.first?.actor == Self.centre)
            let again = try await under.intake.take(ImportSheet(bytes), from: bytes, by: Self.centre, at: now)
            #expect(again.wasKnown && again.lines.map(\.number) == taken.lines.map(\.number))
            #expect(try await under.reports() == 3)
        }
    }

    @Test func `times of the days on which the clocks change are as the clocks showed them`() async throws {
        try await withIntake("sheet_clocks") { under in
            try await addStaffRows(1...3, to: under.database)
            let times = [
                ("2026-03-29 01:30", "2026-03-29T00:30:00Z"), ("2026-03-29 14:05", "2026-03-29T12:05:00Z"),
                ("29.03.2026", "2026-03-29T10:00:00Z"), ("2025-10-26 00:30", "2025-10-25T22:30:00Z"),
                ("26.10.2025 14:05:30", "2025-10-26T13:05:30Z"), ("26.10.2025", "2025-10-26T11:00:00Z"),
            ]
            let lines = times.map { "green.tree,Drzewo,19.9373,50.0617,\($0.0)\n" }
            let bytes = Array(("category,description,lon,lat,created\n" + lines.joined()).utf8)
            let now = Timestamp(seconds: 1_783_000_000)
            let taken = try await under.intake.take(ImportSheet(bytes), from: bytes, by: Self.centre, at: now)
            #expect(taken.problems == [])
            for (line, (_, moment)) in zip(taken.lines, times) {
                let number = try #require(line.number)
                let report = try #require(try await under.ledger.report(number))
                #expect(report.created.description == moment)
            }
            let odd = Self.sheet("category,description,lon,lat,created\na,b,19.9,50,2026-03-29 14:05:x\n")
            let refused = try await under.intake.rehearse(odd, by: Self.centre, at: now)
            #expect(refused.problems.map(\.column) == ["created"])
        }
    }

    @Test func `one wrong line keeps out all, and every wrong line is told`() async throws {
        try await withIntake("sheet_wrong") { under in
            try await addStaffRows(1...3, to: under.database)
            let text = """
                category,description,lon,lat,email,created,channel
                green.tree,Drzewo,19.9373,50.0617,,,
                no.such,Drzewo,19.9373,50.0617,,,
                green.tree,,19.9373,50.0617,,,
                green.tree,Drzewo,21.0,52.2,,,
                green.tree,Drzewo,x,50.0617,,wczoraj,gołąb
                green.tree,Drzewo,19.9373,50.0617,to nie adres,,
                green.tree,Drzewo,19.9373,50.0617,,2099-01-01,
                """
            let bytes = Array(text.utf8)
            let now = Timestamp(seconds: 1_783_000_000)
            let outcome = try await under.intake.take(
                ImportSheet(bytes),
                from: bytes,
                by: Self.centre,
                at: now
            )
            #expect(try await under.reports() == 0)
            let told = outcome.problems.map { "\($0.line) \($0.column ?? "-") \($0.code)" }
            #expect(
                told == [
                    "3 category unknown", "5 address outside_city", "6 lon format", "6 channel format",
                    "6 created format", "7 email format", "8 created future",
                ]
            )
        }
    }

    @Test func `words of danger in a list go to the centre before all else`() async throws {
        try await withIntake("sheet_danger") { under in
            try await addStaffRows(1...3, to: under.database)
            let text =
                "category,description,lon,lat\nroad.light,Zerwany przewód pod napięciem,19.9373,50.0617\n"
            let bytes = Array(text.utf8)
            let outcome = try await under.intake.take(ImportSheet(bytes), from: bytes, by: Self.centre)
            let number = try #require(outcome.lines.first?.number)
            let report = try #require(try await under.ledger.report(number))
            #expect(report.isUrgent && report.status == .triage)
        }
    }

    @Test func `what cannot be written leaves nothing behind`() async throws {
        try await withIntake("sheet_nothing") { under in
            try await addStaffRows(1...3, to: under.database)
            let bytes = Array(Self.storm.utf8)
            try await under.database.write { session in
                try session.execute(
                    "ALTER TABLE report ADD CHECK (description <> 'Zalana ulica')"
                )
            }
            await #expect(throws: DatabaseError.self) {
                try await under.intake.take(ImportSheet(bytes), from: bytes, by: Self.centre)
            }
            #expect(try await under.reports() == 0)
        }
    }

    @Test(arguments: [
        ("", "1 - empty"),
        ("category,description,address\n", "1 - empty"),
        ("category,description\nx,y\n", "1 address column"),
        ("opis;adres\nx;y\n", "1 category column"),
        ("category,description,address,category\na,b,c,d\n", "1 category column"),
        ("category,description,address,pogoda\na,b,c,d\n", "1 pogoda column"),
        ("category,description,address\na,b,c,d\n", "2 - fields"),
        ("category,description,address\na,\"b,c\n", "2 - csv"),
    ])
    func `a file that is no such list says where`(text: String, problem: String) {
        let sheet = Self.sheet(text)
        let told = sheet.problems.map { "\($0.line) \($0.column ?? "-") \($0.code)" }
        #expect(told == [problem])
    }

    @Test func `a bomb of lines, values or letters is refused early`() {
        let head = "category,description,address\n"
        let lines = Self.sheet(head + String(repeating: "a,b,c\n", count: ImportSheet.mostRows + 1))
        #expect(lines.problems.map(\.code) == ["csv"])
        let wide = Self.sheet(head + String(repeating: "a,", count: 100_000))
        #expect(wide.problems.map(\.code) == ["csv"])
        let long = Self.sheet(head + "a,b," + String(repeating: "c", count: 100_000))
        #expect(long.problems.map(\.code) == ["csv"])
        let columns = Self.sheet(String(repeating: "pogoda,", count: 60) + "\n")
        #expect(columns.problems.count <= ImportSheet.mostProblems)
    }
}
