import Photos
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(2))) struct PhotoRegisterTests {
    @Test func `a photo is entered once, and again keeps its edition`() async throws {
        try await withPhotos("photo_enter") { photos in
            let first = try await photos.register.enter(PhotosUnderTest.developed("a"))
            #expect(!first.isStored)
            try await photos.register.confirm(first.photo)
            let second = try await photos.register.enter(PhotosUnderTest.developed("a"))
            #expect(second.photo == first.photo && second.isStored)
        }
    }

    @Test func `only stored photos can be attached`() async throws {
        try await withPhotos("photo_unstored") { photos in
            let report = try await photos.ledger.take(try .pothole())
            let entry = try await photos.register.enter(PhotosUnderTest.developed("a"))
            let other = PhotoIdentifier(of: [1])
            await #expect(throws: PhotoAttachmentRefused.unknown([entry.photo.identifier, other])) {
                try await photos.attach([entry.photo.identifier, other], to: report)
            }
            try await photos.register.confirm(entry.photo)
            let attached = try await photos.attach([entry.photo.identifier], to: report)
            #expect(attached == [ReportPhoto(id: entry.photo.identifier, width: 640, height: 480)])
        }
    }

    @Test func `photos keep their order, once each, and five at most`() async throws {
        try await withPhotos("photo_order") { photos in
            let report = try await photos.ledger.take(try .pothole())
            var all: [PhotoIdentifier] = []
            for index in 0..<6 { all.append(try await photos.upload("p\(index)")) }
            try await photos.attach([all[2], all[0], all[2]], to: report)
            try await photos.attach([all[0], all[1], all[4], all[3]], to: report)
            let limit = PhotoAttachmentRefused.tooMany(limit: 5)
            await #expect(throws: limit) { try await photos.attach([all[5]], to: report) }
            let again = try await photos.attach([all[4]], to: report)
            #expect(again.isEmpty)
            let kept = try await photos.database.read { session in
                try session.query("SELECT photo FROM report_photo ORDER BY position")
                    .map { try $0.decode(PhotoIdentifier.self, at: 0) }
            }
            #expect(kept == [all[2], all[0], all[1], all[4], all[3]])
        }
    }

    @Test func `a photo is its sender's until a report has it, then it is everybody's`() async throws {
        try await withPhotos("photo_audience") { photos in
            let photo = try await photos.upload("a")
            let stored = try #require(photos.store.all.first)
            let before = try await photos.register.audience(of: photo, hiding: [])
            #expect(before == .sender(stored))
            let unknown = try await photos.register.audience(of: PhotoIdentifier(of: [9]), hiding: [])
            #expect(unknown == .nobody)
            try await photos.attach([photo], to: try await photos.ledger.take(try .pothole()))
            let after = try await photos.register.audience(of: photo, hiding: ["waste.dump"])
            #expect(after == .everybody(stored))
            let hidden = try await photos.register.audience(
                of: photo,
                hiding: ["waste.dump", "road.pothole"]
            )
            #expect(hidden == .nobody)
        }
    }

    @Test func `a photo of a report that the public does not see is nobody's`() async throws {
        try await withPhotos("photo_hidden") { photos in
            let photo = try await photos.upload("a")
            let report = try await photos.ledger.take(try .pothole())
            try await photos.attach([photo], to: report)
            for (columns, isSeen) in [
                ("hidden = true", false), ("hidden = false", true), ("status = 'withdrawn'", false),
                ("status = 'rejected'", false), ("kind = 'idea'", true),
                ("status = 'received', kind = 'inquiry'", true),
            ] as [(SQL, Bool)] {
                try await photos.set(columns, of: report)
                let audience = try await photos.register.audience(of: photo, hiding: [])
                #expect((audience != .nobody) == isSeen)
            }
        }
    }

    @Test func `a photo of two reports is seen if one of them is`() async throws {
        try await withPhotos("photo_shared") { photos in
            let photo = try await photos.upload("a")
            let (first, second) = (
                try await photos.ledger.take(try .pothole()), try await photos.ledger.take(try .pothole())
            )
            try await photos.attach([photo], to: first)
            try await photos.attach([photo], to: second)
            try await photos.set("hidden = true", of: first)
            let audience = try await photos.register.audience(of: photo, hiding: [])
            #expect(audience != .nobody)
        }
    }

    @Test func `the audience is found by indexes`() async throws {
        try await withPhotos("photo_plan") { photos in
            let statement = PhotoRegister.audienceStatement(PhotoIdentifier(of: [1]), hiding: ["a"])
            let plan = try await photos.database.write { transaction in
                try transaction.execute("SET LOCAL enable_seqscan = off")
                return try transaction.query("EXPLAIN \(statement)").map { try $0.decode(String.self, at: 0) }
            }
            #expect(!plan.contains { $0.contains("Seq Scan") }, "\(plan)")
        }
    }
}

@Suite(.timeLimit(.minutes(1))) struct PhotosOfReportsTests {
    @Test func `a report comes with its photos, and its receipt tells them again`() async throws {
        try await withPhotos("photo_report") { photos in
            let entry = try await photos.register.enter(PhotosUnderTest.developed("a"))
            let photo = ReportPhoto(id: entry.photo.identifier, width: 640, height: 480)
            var new = try NewReport.pothole()
            new.photos = [photo.id]
            let request = NamedRequest(
                name: [UInt8](repeating: 1, count: 32),
                content: [UInt8](repeating: 2, count: 32)
            )
            await #expect(throws: PhotoAttachmentRefused.self) {
                try await photos.ledger.record(new, as: request)
            }
            try await photos.register.confirm(entry.photo)
            let receipt = try await photos.ledger.record(new, as: request).receipt
            let again = try await photos.ledger.record(new, as: request).receipt
            #expect(receipt.photos == [photo] && again == receipt)
            let kept = try await photos.ledger.report(receipt.number)
            #expect(kept?.photos == [photo])
        }
    }

    @Test func `photos that come later are an event, and the same ones again are none`() async throws {
        try await withPhotos("photo_later") { photos in
            let report = try await photos.ledger.take(try .pothole())
            let entry = try await photos.register.enter(PhotosUnderTest.developed("a"))
            try await photos.register.confirm(entry.photo)
            for _ in 0..<2 {
                let now = try await photos.ledger.attach(
                    [entry.photo.identifier],
                    to: report.number,
                    by: .reporter
                )
                #expect(now.version == 2 && now.photos.map(\.id) == [entry.photo.identifier])
                let kept = try await photos.ledger.report(report.number)
                #expect(kept == now)
            }
        }
    }
}
