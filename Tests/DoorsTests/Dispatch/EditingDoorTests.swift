import Formats
import HTTP
import PostgreSQL
import Reports
import Testing

@testable import Doors

/// Whoever has a case open hears who writes in it, and nobody else does.
@Suite(.timeLimit(.minutes(2)))
struct EditingDoorTests {
    private static let pothole =
        #"{"category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617}}"#

    private static func console(_ login: String, _ doors: DoorsUnderTest) async throws -> Console {
        let console = Console(doors)
        try await console.signIn(login)
        #expect(console.cookie != nil)
        return console
    }

    private static func names(_ console: Console, _ path: String) async throws -> [String] {
        let answer = try await console.open(path)
        #expect(answer.status == 200 && answer.response.headers[.cacheControl] == "no-store")
        return (answer.object?["names"]?.arrayValue ?? []).compactMap(\.stringValue)
    }

    @Test func `colleagues hear who writes until they leave or are silent for a minute`() async throws {
        try await withDoors("editing_names") { doors in
            let sent = try await doors.report(Self.pothole)
            let number = try #require(sent.object?["number"]?.stringValue)
            let path = "/dispatch/reports/\(number)/editing"
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zdmk2", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            try await doors.addStaff("admin", .administrator)
            let one = try await Self.console("zdmk", doors)
            let two = try await Self.console("zdmk2", doors)
            #expect(try await Self.names(two, path).isEmpty)
            #expect(try await one.send(path).status == 204)
            #expect(try await Self.names(two, path) == ["Osoba zdmk"])
            // The queue tells it as well, to those who see the case there.
            try await doors.addStaff("centrala", .coordinator)
            for (login, hears) in [("zdmk", false), ("zdmk2", true), ("zzm", false), ("centrala", true)] {
                let queue = try await Self.console(login, doors).open("/dispatch/editing")
                let names = queue.object?[number]?.arrayValue?.compactMap(\.stringValue)
                #expect(queue.status == 200 && names == (hears ? ["Osoba zdmk"] : nil), "\(login)")
            }
            #expect(try await Self.names(one, path).isEmpty)
            #expect(try await two.send(path).status == 204)
            #expect(try await Self.names(one, path) == ["Osoba zdmk2"])
            #expect(try await one.send(path, [("leaves", "1")]).status == 204)
            #expect(try await Self.names(two, path).isEmpty)
            try await doors.database.write { session in
                _ = try session.execute("UPDATE case_editing SET at = at - interval '61 seconds'")
            }
            #expect(try await Self.names(one, path).isEmpty)
            // The next sign of anybody forgets who stopped.
            #expect(try await one.send(path).status == 204)
            let kept = try await doors.database.read { session in
                try session.query("SELECT count(*) FROM case_editing").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            #expect(kept == 1)
        }
    }

    @Test func `who may not see the case neither hears nor says anything`() async throws {
        try await withDoors("editing_rights") { doors in
            let sent = try await doors.report(Self.pothole)
            let number = try #require(sent.object?["number"]?.stringValue)
            let path = "/dispatch/reports/\(number)/editing"
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            try await doors.addStaff("admin", .administrator)
            let own = try await Self.console("zdmk", doors)
            #expect(try await own.send(path).status == 204)
            #expect(try await own.send(path, token: "x").status == 403)
            #expect(try await own.send(path, from: [(.origin, "http://evil")]).status == 403)
            #expect(try await own.send("/dispatch/reports/KCK-2026-999999/editing").status == 404)
            for (login, status) in [("zzm", 404), ("admin", 403)] {
                let console = try await Self.console(login, doors)
                #expect(try await console.open(path).status == status)
                #expect(try await console.send(path).status == status)
            }
            let stranger = Console(doors)
            #expect(try await stranger.open(path).status == 401)
            #expect(try await stranger.send(path).status == 401)
        }
    }

    @Test func `nobody writes in more than twenty cases at once`() async throws {
        try await withDoors("editing_bound") { doors in
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let own = try await Self.console("zdmk", doors)
            for index in 0..<22 {
                let sent = try await doors.report(Self.pothole.replacing("Dziura", with: "Dziura \(index)"))
                let number = try #require(sent.object?["number"]?.stringValue)
                #expect(try await own.send("/dispatch/reports/\(number)/editing").status == 204)
            }
            let kept = try await doors.database.read { session in
                try session.query("SELECT count(*) FROM case_editing").one {
                    try $0.decode(Int64.self, at: 0)
                }
            }
            #expect(kept == 20)
        }
    }
}
