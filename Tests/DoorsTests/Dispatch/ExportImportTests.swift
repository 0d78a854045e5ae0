import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

/// Queues as files, and files as reports.
@Suite(.timeLimit(.minutes(2)))
struct ExportImportTests {
    private static let pothole =
        #"{"category":"road.pothole","description":"=1+1; dziura","location":{"lon":19.9373,"lat":50.0617},"contact":{"email":"canary@example.org"}}"#

    private static func console(_ login: String, _ doors: DoorsUnderTest) async throws -> Console {
        let console = Console(doors)
        try await console.signIn(login)
        return console
    }

    @Test func `an export holds one's own queue, no contact data, and no formula`() async throws {
        try await withDoors("export_queue") { doors in
            let sent = try await doors.report(Self.pothole)
            let number = try #require(sent.object?["number"]?.stringValue)
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("zzm", .dispatcher, unit: "ZZM")
            try await doors.addStaff("konsultant", .consultant)
            let own = try await Self.console("zdmk", doors)
            let csv = try await own.open("/dispatch/export.csv")
            #expect(csv.status == 200)
            #expect(csv.response.headers[.contentType]?.hasPrefix("text/csv") == true)
            #expect(csv.response.headers[.cacheControl] == "no-store")
            var reader = CSVReader(csv.body)
            let head = try #require(try reader.next())
            let record = try #require(try reader.next())
            #expect(head.fields.first == "number" && record.fields.first == number)
            let place = try #require(head.fields.firstIndex(of: "description"))
            #expect(record.fields[place] == "'=1+1; dziura")
            #expect(try reader.next() == nil)
            #expect(!csv.text.contains("canary"))
            let json = try await own.open("/dispatch/export.geojson?status=all")
            let features = try #require(json.object?["features"]?.arrayValue)
            #expect(features.count == 1 && !json.text.contains("canary"))
            #expect(try await own.open("/dispatch/export.csv?due=maybe").status == 400)
            let searched = try await own.open("/dispatch/export.csv?q=dziura")
            #expect(searched.text.contains(number))
            let other = try await Self.console("zzm", doors)
            #expect(!(try await other.open("/dispatch/export.csv?status=all").text.contains(number)))
            let consultant = try await Self.console("konsultant", doors)
            #expect(try await consultant.open("/dispatch/export.csv").status == 403)
        }
    }

    @Test func `a file is rehearsed, refused line by line, and taken in once`() async throws {
        try await withDoors("import_file") { doors in
            try await doors.addStaff("zdmk", .dispatcher, unit: "ZDMK")
            try await doors.addStaff("centre", .coordinator)
            let good = "category,description,lon,lat\nroad.pothole,Dziura,19.9373,50.0617\n"
            let bad = good + "no.such,Dziura,19.9373,50.0617\nroad.pothole,Dziura,25,50\n"
            let dispatcher = try await Self.console("zdmk", doors)
            #expect(try await dispatcher.upload(good).status == 403)
            let centre = try await Self.console("centre", doors)
            let refused = try await centre.upload(bad)
            #expect(refused.status == 422)
            let lines = refused.object?["errors"]?.arrayValue?.map {
                $0.objectValue?["line"]?.numberValue?.double
            }
            #expect(lines == [3, 4])
            let rehearsed = try await centre.upload(good, isRehearsal: true)
            #expect(rehearsed.status == 200 && rehearsed.object?["dry_run"] == .bool(true))
            #expect(try await centre.open("/dispatch/").text.contains("KCK-") == false)
            let taken = try await centre.upload(good)
            let numbers = taken.object?["reports"]?.arrayValue?.map { $0.objectValue?["number"]?.stringValue }
            #expect(taken.status == 200 && numbers?.count == 1)
            let again = try await centre.upload(good)
            #expect(again.object?["known"] == .bool(true))
            let number = try #require(numbers?.first ?? nil)
            #expect(try await centre.open("/dispatch/").text.contains(number))
            let forged = try await centre.upload(good, token: "x")
            #expect(forged.status == 403)
            let wide = try await centre.upload(
                "category,description,lon,lat\n" + String(repeating: ",", count: 5_000)
            )
            #expect(wide.status == 422)
            let page = try await centre.open("/dispatch/import")
            #expect(page.status == 200)
            #expect(doors.missingNames.all.isEmpty, "\(doors.missingNames.all)")
        }
    }
}
