import Formats
import HTTP
import Ledger
import PostgreSQL
import Reports
import Testing

@testable import Doors
@testable import Intake

/// Files that are no lists of reports, or more than anybody can mean: refused soon, with what to do, and nothing is kept.
@Suite(.timeLimit(.minutes(2)))
struct ListBombTests {
    private struct Bomb {
        let name: String
        let bytes: [UInt8]
        var status = 422
    }

    private static let head = "category,description,lon,lat\n"
    private static let line = "road.pothole,Dziura,19.9373,50.0617\n"

    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }
    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    private static func utf16(_ text: String, mark: [UInt8]) -> [UInt8] {
        mark + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    }

    private static let bombs = [
        Bomb(name: "nothing", bytes: []),
        Bomb(name: "a head alone", bytes: text(head)),
        Bomb(name: "a huge value", bytes: text(head + many("a", 1 << 20))),
        Bomb(name: "a huge value in quotes", bytes: text(head + "\"" + many("a", 1 << 20) + "\"")),
        Bomb(name: "a huge head", bytes: text(many("a", 1 << 20))),
        Bomb(name: "a million columns", bytes: text(many("description,", 250_000) + many(",", 1_000_000))),
        Bomb(name: "a million values", bytes: text(head + many(",", 1_000_000))),
        Bomb(name: "a quote that is never closed", bytes: text(head + "\"" + many("a\n", 1 << 20))),
        Bomb(name: "quotes alone", bytes: text(head + many("\"", 1 << 20))),
        Bomb(name: "NULs", bytes: [UInt8](repeating: 0, count: 1 << 20)),
        Bomb(name: "a NUL in a value", bytes: text(head + "road.pothole,Dziu\0ra,19.9373,50.0617\n")),
        Bomb(name: "line ends alone", bytes: text(many("\n", 1 << 20))),
        Bomb(name: "empty lines", bytes: text(head + many(",,,\n", 1 << 20 - 64))),
        Bomb(name: "2,001 lines", bytes: text(head + many(line, 2_001))),
        Bomb(
            name: "4 MB and a byte",
            bytes: text(head + many("a", (4 << 20) + 1 - head.utf8.count)),
            status: 413
        ),
        Bomb(name: "5 MB", bytes: text(head + many("a", 5 << 20)), status: 413),
        Bomb(name: "UTF-16 of one kind", bytes: utf16(head + line, mark: [0xFF, 0xFE])),
        Bomb(name: "UTF-16 without a mark", bytes: utf16(head + line, mark: [])),
        Bomb(
            name: "CP-1250",
            bytes: text(head + "road.pothole,") + [0xBF, 0xF3, 0xB3] + text(",19.9,50.06\n")
        ),
        Bomb(name: "gzip", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + many("\u{1}", 4_096).utf8),
        Bomb(
            name: "a workbook",
            bytes: text("PK\u{3}\u{4}") + [20, 0, 6, 0, 8, 0] + many("\u{2}", 4_096).utf8
        ),
        Bomb(name: "2,000 wrong lines", bytes: text(head + many("no.such,,0,0\n", 2_000))),
    ]

    @Test func `no file makes the service work long, remember, or keep half of it`() async throws {
        try await withDoors("list_bombs") { doors in
            try await doors.addStaff("centre", .coordinator)
            let centre = Console(doors)
            try await centre.signIn("centre")
            for bomb in Self.bombs {
                let start = ContinuousClock.now
                let answer = try await centre.upload(bomb.bytes)
                #expect(ContinuousClock.now - start < .seconds(10), "\(bomb.name)")
                #expect(answer.status == bomb.status, "\(bomb.name)")
                #expect(answer.body.count < 128 << 10, "\(bomb.name): \(answer.body.count)")
                // Either the lines with what to mend, or one problem for the whole file, in words.
                let lines = answer.object?["errors"]?.arrayValue ?? []
                let detail = lines.first?.objectValue?["detail"] ?? answer.object?["detail"]
                #expect(detail != nil && lines.count <= ImportSheet.mostProblems, "\(bomb.name)")
            }
            let kept = try await doors.database.read { session in
                try session.query("SELECT count(*) FROM report").one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(kept == 0)
            // The net has no holes: what is a list is taken in.
            #expect(try await centre.upload(Self.head + Self.line).status == 200)
        }
    }
}
