import Formats
import HTTP
import Photos
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2))) struct PhotosDoorTests {
    @Test func `a photo goes in at one door and comes out at the other`() async throws {
        try await withPhotoDoors("photos_flow") { doors in
            let upload = try PhotoDoorsUnderTest.picture()
            let taken = try await doors.upload([("file", "../../x.jpg", upload)])
            #expect(taken.status == 201)
            #expect(taken.response.headers[.cacheControl] == "no-store")
            let object = try #require(taken.object)
            let id = PhotoIdentifier(of: upload).description
            #expect(object["id"] == .string(id))
            #expect(object["width"]?.numberValue?.integer == 96)
            #expect(object["height"]?.numberValue?.integer == 64)
            #expect(object["url"] == .string("/photos/\(id)/1280.jpg"))
            #expect(object["suggested_location"] == nil)

            let variants = try #require(object["variants"]?.arrayValue).compactMap(\.objectValue)
            #expect(variants.count == 6)
            for variant in variants {
                let found = try await doors.ask(.get, try #require(variant["url"]?.stringValue))
                #expect(found.status == 200)
                #expect(found.response.headers[.contentType] == variant["type"]?.stringValue)
                #expect(found.body.count > 100)
                #expect(found.response.headers["X-Content-Type-Options"] == "nosniff")
                #expect(found.response.headers[.allowOrigin] == "*")
            }
        }
    }

    @Test func `the place in the file is told to the sender, and stored nowhere`() async throws {
        try await withPhotoDoors("photos_place") { doors in
            let taken = try await doors.upload([
                ("file", "a", try PhotoDoorsUnderTest.picture("quarters-place.heic"))
            ])
            let place = taken.object?["suggested_location"]?.objectValue
            #expect(place?["lon"]?.numberValue?.double == 19.9373)
            #expect(place?["lat"]?.numberValue?.double == 50.0617)
            let columns = try await doors.database.read { session in
                try session.query(
                    """
                    SELECT column_name::text FROM information_schema.columns
                    WHERE table_name IN ('photo', 'report_photo', 'photo_waste')
                    """
                ).map { try $0.decode(String.self, at: 0) }
            }
            #expect(!columns.contains { ["lon", "lat", "place", "location", "name"].contains($0) })
        }
    }

    @Test func `a photo may be kept for good by those who have it, once it is everybody's`() async throws {
        try await withPhotoDoors("photos_cache") { doors in
            let upload = try PhotoDoorsUnderTest.picture()
            _ = try await doors.upload([("file", "a", upload)])
            let target = "/photos/\(PhotoIdentifier(of: upload))/320.webp"
            let preview = try await doors.ask(.get, target)
            #expect(preview.response.headers[.cacheControl] == "private, max-age=600")
            try await doors.database.write { transaction in
                _ = try transaction.execute(
                    """
                    INSERT INTO report (id, number, kind, category, status, description, lon, lat, east, north, morton,
                        district, unit, created_at, updated_at)
                    VALUES (gen_random_uuid(), 'KCK-2026-000001', 'intervention', 'road.pothole', 'received', '', 19.9,
                        50.0, 0, 0, 0, 'I', 'ZDMK', now(), now())
                    """
                )
                _ = try transaction.execute("UPDATE photo SET attached = true")
                _ = try transaction.execute(
                    "INSERT INTO report_photo SELECT id, hash, 1, 1 FROM report, photo"
                )
            }
            let found = try await doors.ask(.get, target)
            #expect(found.response.headers[.cacheControl] == "public, max-age=31536000, immutable")
            let tag = try #require(found.response.headers[.etag].flatMap { HeaderValue($0) })
            let again = try await doors.ask(.get, target, headers: [(.ifNoneMatch, tag)])
            #expect(again.status == 304 && again.body.isEmpty)
        }
    }

    @Test func `only identifiers and the names of variants are found`() async throws {
        try await withPhotoDoors("photos_names") { doors in
            let upload = try PhotoDoorsUnderTest.picture()
            _ = try await doors.upload([("file", "a", upload)])
            let id = PhotoIdentifier(of: upload).description
            let there = try await doors.ask(.get, "/photos/\(id)/320.webp")
            #expect(there.status == 200)
            let head = try await doors.ask(.head, "/photos/\(id)/320.webp")
            #expect(head.status == 200)
            for name in [
                "320.png", "321.webp", "0320.webp", "-320.webp", "2048.jpeg", ".webp", "320.webp.jpg",
            ] {
                let answer = try await doors.ask(.get, "/photos/\(id)/\(name)")
                #expect(answer.status == 404, "\(name)")
            }
            for other in ["x", id.uppercased(), String(repeating: "0", count: 64), "\(id)0"] {
                let answer = try await doors.ask(.get, "/photos/\(other)/320.webp")
                #expect(answer.status == 404, "\(other)")
            }
            for way in [
                "/photos/../320.webp", "/photos/\(id)/..%2f320.webp", "/photos/\(id)/320.webp%00.jpg",
            ] {
                #expect(throws: TargetError.self) { try Request(.get, way) }
            }
        }
    }

    @Test func `what is no photo is refused with the reason, and nothing is stored`() async throws {
        try await withPhotoDoors("photos_refused") { doors in
            let picture = try PhotoDoorsUnderTest.picture()
            let wide: [UInt8] =
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
                + [0, 1, 0x86, 0xA0, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 0]
                + Array("IDAT".utf8)
                + [0, 0, 0, 0, 0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0]
            for (bytes, status, code) in [
                (Array("GIF89a".utf8), 415, "photo-type"), ([], 415, "photo-type"),
                (Array("<svg/>".utf8), 415, "photo-type"),
                (Array(picture.dropLast()), 422, "photo-unreadable"),
                (picture + Array("PK\u{3}\u{4}".utf8), 422, "photo-unreadable"),
                (wide, 422, "picture-too-large"),
                ([UInt8](repeating: 0, count: (7 << 20) + 1), 413, "photo-too-large"),
            ] as [([UInt8], Int, String)] {
                let answer = try await doors.upload([("file", "a.jpg", bytes)])
                #expect(answer.status == status)
                #expect(answer.object?["code"] == .string(code))
            }
            let rows = try await doors.database.read { session in
                try session.query("SELECT count(*) FROM photo").one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(rows == 0)
        }
    }

    @Test func `a body that is no form with one file is refused`() async throws {
        try await withPhotoDoors("photos_forms") { doors in
            let picture = try PhotoDoorsUnderTest.picture()
            let json = try await doors.post(Array("{}".utf8), type: "application/json")
            #expect(json.status == 415 && json.object?["code"] == .string("multipart-expected"))
            let broken = try await doors.post(
                Array("--edge".utf8),
                type: "multipart/form-data; boundary=edge"
            )
            #expect(broken.status == 400 && broken.object?["code"] == .string("malformed-multipart"))
            for files in [[], [("picture", "a", picture)], [("file", "a", picture), ("file", "b", picture)]] {
                let answer = try await doors.upload(files)
                #expect(answer.status == 400 && answer.object?["code"] == .string("photo-expected"))
            }
            let six = try await doors.upload((0..<6).map { ("file", "\($0)", picture) })
            #expect(six.status == 422)
        }
    }
}
