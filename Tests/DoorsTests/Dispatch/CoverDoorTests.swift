import Formats
import HTTP
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Doors

/// Parts of photos are covered by who may, and the public sees nothing else from then on.
@Suite(.timeLimit(.minutes(2)))
struct CoverDoorTests {
    private static let pothole = Array(
        #"{"category":"road.pothole","description":"Dziura","location":{"lon":19.9373,"lat":50.0617}}"#.utf8
    )
    private static let box = [("left", "10"), ("top", "20,5"), ("width", "30.25"), ("height", "40")]

    /// A pothole with a photo, which ZDMK has; its number and the photo's address.
    private static func report(_ doors: DoorsUnderTest, _ picture: String = "quarters.jpg") async throws
        -> (number: String, photo: String)
    {
        let sent = try await doors.form(
            "/api/v1/reports",
            [("report", pothole), ("photo", try Checkout.read("Tests/Fixtures/photos/\(picture)"))]
        )
        let number = try #require(sent.object?["number"]?.stringValue)
        return (number, try await photo(of: number, doors))
    }

    private static func photo(of number: String, _ doors: DoorsUnderTest) async throws -> String {
        let open = try await doors.ask(.get, "/api/v1/reports/\(number)")
        let photo = open.object?["photos"]?.arrayValue?.first?.objectValue
        return try #require(photo?["url"]?.stringValue)
    }

    private static func console(_ login: String, _ doors: DoorsUnderTest) async throws -> Console {
        let console = Console(doors)
        try await console.signIn(login)
        #expect(console.cookie != nil)
        return console
    }

    private static func looks(_ doors: DoorsUnderTest) async throws -> Int64 {
        try await doors.database.read { session in
            try session.query("SELECT count(*) FROM staff_event WHERE what = 'original_seen'").one {
                try $0.decode(Int64.self, at: 0)
            }
        }
    }

    @Test func `the public sees the cover at once, under another name, and the old one is gone`() async throws
    {
        try await withDoors("cover_public") { doors in
            let (number, address) = try await Self.report(doors)
            let before = try await doors.ask(.get, address)
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let own = try await Self.console("zdmk", doors)
            let path = "/dispatch/reports/\(number)"
            #expect(try await own.open(path).text.contains("\(path)/photos/1/cover"))
            let page = try await own.open("\(path)/photos/1/cover")
            #expect(page.status == 200 && page.text.contains("\(path)/photos/1/2048.jpg"))
            let done = try await own.send("\(path)/photos/1/cover", Self.box + [("version", "1")])
            #expect(done.status == 303)
            let covered = try await Self.photo(of: number, doors)
            #expect(covered != address)
            for size in ["320.webp", "320.jpg", "1280.webp", "1280.jpg", "2048.webp", "2048.jpg"] {
                let old = try await doors.ask(.get, address.replacing("1280.jpg", with: size))
                #expect(old.status == 404)
                let new = try await doors.ask(.get, covered.replacing("1280.jpg", with: size))
                #expect(new.status == 200 && new.body != before.body)
            }
            #expect(try await own.open("\(path)/photos/1/1280.jpg").body == doors.ask(.get, covered).body)
            let history = try await doors.ask(.get, "/api/v1/reports/\(number)/history")
            #expect(!String(decoding: history.body, as: UTF8.self).contains("redacted"))
            let told = try await own.open(path)
            #expect(told.text.contains("Zasłonięto fragmenty zdjęcia 1"))
            // What was done is taken back once, by who did it.
            let change = try #require(done.location?.firstMatch(of: /done=(.+)/)?.1)
            #expect(try await own.open(try #require(done.location)).text.contains("\(path)/undo"))
            let undone = try await own.send("\(path)/undo", [("change", String(change))])
            #expect(undone.status == 303)
            #expect(try await Self.photo(of: number, doors) == address)
            #expect(try await doors.ask(.get, address).body == before.body)
            #expect(try await doors.ask(.get, covered).status == 404)
            let twice = try await own.send("\(path)/undo", [("change", String(change))])
            #expect(twice.status == 409)
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }

    @Test func `each does with photos what their role may, on their cases`() async throws {
        try await withDoors("cover_rights") { doors in
            let (number, _) = try await Self.report(doors)
            let path = "/dispatch/reports/\(number)/photos/1"
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            try await doors.addStaff("konsultant", .consultant)
            try await doors.addStaff("redaktor", .editor)
            try await doors.addStaff("centrala", .coordinator)
            let fields = Self.box + [("version", "1")]
            for (login, seen, refused) in [
                ("zzm", 404, 404), ("konsultant", 200, 403), ("redaktor", 200, 403),
            ] {
                let console = try await Self.console(login, doors)
                #expect(try await console.open("\(path)/320.jpg").status == seen, "\(login)")
                #expect(try await console.open("\(path)/cover").status == refused, "\(login)")
                for act in ["cover", "uncover", "original"] {
                    #expect(try await console.send("\(path)/\(act)", fields).status == refused, "\(login)")
                }
            }
            let stranger = Console(doors)
            #expect(try await stranger.open("\(path)/320.jpg").status == 303)
            let own = try await Self.console("zdmk", doors)
            #expect(try await own.send("\(path)/cover", fields, token: "x").status == 403)
            #expect(
                try await own.send("\(path)/cover", fields, from: [("Origin", "http://evil")]).status == 403
            )
            #expect(try await own.send("\(path)/original").status == 404)
            #expect(try await own.send("\(path)/cover", fields).status == 303)
            let late = try await own.send("\(path)/cover", fields)
            #expect(late.status == 409 && late.text.contains("Sprawdź, jak jest teraz"))
            // A look at the original is on record before it is shown.
            let centre = try await Self.console("centrala", doors)
            #expect(try await Self.looks(doors) == 0)
            let original = try await centre.send("\(path)/original")
            #expect(original.status == 200 && original.body.starts(with: [0xFF, 0xD8]))
            #expect(original.response.headers[.cacheControl] == "no-store")
            #expect(original.body != (try await centre.open("\(path)/2048.jpg").body))
            #expect(try await Self.looks(doors) == 1)
            let consultant = try await Self.console("konsultant", doors)
            #expect(try await consultant.send("\(path)/original").status == 403)
            #expect(try await Self.looks(doors) == 1)
            let off = try await centre.send("\(path)/uncover", [("version", "2")])
            #expect(off.status == 303)
            let stands = try await own.open("/dispatch/reports/\(number)")
            #expect(stands.text.contains("Zdjęto zasłonę ze zdjęcia 1"))
            #expect(try await own.send("\(path)/uncover", [("version", "3")]).status == 404)
        }
    }

    @Test func `photos of other reports, odd names and odd rectangles are refused`() async throws {
        try await withDoors("cover_odd") { doors in
            let (number, _) = try await Self.report(doors)
            let other = try await Self.report(doors, "quarters.png")
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let own = try await Self.console("zdmk", doors)
            let path = "/dispatch/reports/\(number)/photos"
            let foreign = other.photo.split(separator: "/")[1]
            for name in [
                String(foreign), "0", "2", "-1", "1x", "99999999999999999999", "-9223372036854775808",
            ] {
                #expect(try await own.open("\(path)/\(name)/cover").status == 404, "\(name)")
                #expect(try await own.open("\(path)/\(name)/320.jpg").status == 404, "\(name)")
                #expect(try await own.send("\(path)/\(name)/cover", Self.box).status == 404, "\(name)")
                #expect(try await own.send("\(path)/\(name)/original").status == 404, "\(name)")
            }
            #expect(try await own.open("\(path)/1/321.jpg").status == 404)
            func rectangle(_ values: [String]) -> [(String, String)] {
                Array(zip(["left", "top", "width", "height"], values))
            }
            for values in [
                ["", "", "", ""], ["10", "10", "0", "10"], ["10", "10", "10", "91"], ["-1", "0", "1", "1"],
                ["NaN", "0", "1", "1"], ["1e1", "0", "1", "1"], ["10", "10", "10", ""],
                ["101", "0", "1", "1"],
            ] {
                let answer = try await own.send("\(path)/1/cover", rectangle(values))
                #expect(answer.status == 422, "\(values)")
                // What was typed is there to be mended.
                #expect(answer.text.contains("note-problem") && answer.text.contains("cover-stage"))
                #expect(values[0].isEmpty || answer.text.contains("name=\"left\" value=\"\(values[0])\""))
            }
            #expect(try await own.send("\(path)/1/cover", [("left", "1")]).status == 422)
            let many = (0..<21).flatMap { rectangle(["\($0)", "0", "1", "1"]) }
            #expect(try await own.send("\(path)/1/cover", many).status == 422)
            #expect(try await own.send("\(path)/1/cover", Array(many.prefix(80))).status == 303)
            let full = try await own.send("\(path)/1/cover", rectangle(["50", "50", "1", "1"]))
            #expect(full.status == 422)
            let page = try await own.open("\(path)/1/cover")
            #expect(page.status == 200 && !page.text.contains("name=\"left\""))
        }
    }

    @Test func `a hidden report's photos are covered as well, and other reports with the photo are told`()
        async throws
    {
        try await withDoors("cover_hidden") { doors in
            let (number, address) = try await Self.report(doors)
            let (twin, shared) = try await Self.report(doors)
            #expect(shared == address)
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            let own = try await Self.console("zdmk", doors)
            let path = "/dispatch/reports/\(number)"
            #expect(try await own.send("\(path)/visibility", [("hidden", "1")]).status == 303)
            #expect(try await own.open("\(path)/photos/1/320.jpg").status == 200)
            let page = try await own.open("\(path)/photos/1/cover")
            #expect(page.text.contains("/dispatch/reports/\(twin)"))
            #expect(try await own.send("\(path)/photos/1/cover", Self.box).status == 303)
            #expect(try await own.send("\(path)/visibility", [("hidden", "0")]).status == 303)
            #expect(try await Self.photo(of: number, doors) != address)
        }
    }
}
