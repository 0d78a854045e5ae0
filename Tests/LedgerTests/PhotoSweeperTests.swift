import Photos
import PostgreSQL
import Reports
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(3))) struct PhotoSweeperTests {
    @Test func `what nobody attached is removed when its time has come`() async throws {
        try await withPhotos("sweep_plain") { photos in
            let (loose, kept) = (try await photos.upload("loose"), try await photos.upload("kept"))
            try await photos.attach([kept], to: try await photos.ledger.take(try .pothole()))
            let early = try await photos.sweep(age: .seconds(3_600))
            #expect(early == 0)
            let removed = try await photos.sweep()
            #expect(removed == 1)
            #expect(photos.store.all.map(\.identifier) == [kept])
            let audience = try await photos.register.audience(of: loose, hiding: [])
            #expect(audience == .nobody)
        }
    }

    @Test func `a photo that was swept away comes again under another edition`() async throws {
        try await withPhotos("sweep_again") { photos in
            try await photos.upload("a")
            let first = try #require(photos.store.all.first)
            _ = try await photos.sweep()
            let identifier = try await photos.upload("a")
            let second = try #require(photos.store.all.first)
            #expect(second.identifier == first.identifier && second.edition != first.edition)
            // A sweeper that was late removes the old edition again, and harms nobody.
            try await photos.store.remove(first)
            try await photos.attach([identifier], to: try await photos.ledger.take(try .pothole()))
            #expect(photos.store.all == [second])
        }
    }

    @Test func `a sweep that broke off is finished by the next`() async throws {
        try await withPhotos("sweep_crash") { photos in
            try await photos.upload("a")
            let broken = PhotoSweeper(photos.database, store: StoreThatIsAway(), age: .zero)
            await #expect(throws: PhotoStoreError.self) { try await broken.sweep() }
            #expect(photos.store.all.count == 1)
            let removed = try await photos.sweep(age: .seconds(3_600))
            #expect(removed == 1)
            #expect(photos.store.all.isEmpty)
        }
    }

    @Test func `a photo that is swept away before it is stored says so`() async throws {
        try await withPhotos("sweep_late") { photos in
            let entry = try await photos.register.enter(PhotosUnderTest.developed("a"))
            _ = try await photos.sweep()
            await #expect(throws: PhotoSweptAway.self) { try await photos.register.confirm(entry.photo) }
        }
    }

    @Test func `no attached photo is ever without its files, whatever runs at once`() async throws {
        try await withPhotos("sweep_race") { photos in
            var reports: [Report] = []
            for _ in 0..<24 { reports.append(try await photos.ledger.take(try .pothole())) }
            try await withThrowingTaskGroup { group in
                for (worker, report) in reports.enumerated() {
                    group.addTask {
                        var random = SeededGenerator(UInt64(worker))
                        for _ in 0..<12 {
                            let names = (0..<2).map { _ in "p\(Int.random(in: 0..<12, using: &random))" }
                            do {
                                var wanted: [PhotoIdentifier] = []
                                for name in names { wanted.append(try await photos.upload(name)) }
                                try await photos.attach(wanted, to: report)
                            } catch is PhotoSweptAway {
                                continue
                            } catch is PhotoAttachmentRefused {
                                continue
                            }
                        }
                    }
                }
                for _ in 0..<3 {
                    group.addTask {
                        for _ in 0..<25 { _ = try await photos.sweep() }
                    }
                }
                try await group.waitForAll()
            }
            let attached = try await photos.database.read { session in
                try session.query(
                    "SELECT DISTINCT photo, edition FROM report_photo JOIN photo ON photo = hash"
                ).map { try StoredPhoto(row: $0) }
            }
            #expect(attached.count >= 6)
            #expect(photos.store.all.isSuperset(of: attached))
            _ = try await photos.sweep()
            let waste = try await photos.database.read { session in
                try session.query("SELECT count(*) FROM photo_waste").one { try $0.decode(Int64.self, at: 0) }
            }
            #expect(waste == 0)
        }
    }
}

private struct StoreThatIsAway: PhotoStore {
    func put(_: StoredPhoto, _: [PhotoVariant]) async throws(PhotoStoreError) { throw .overloaded }
    func content(of _: StoredPhoto, _: PhotoVariantName) async throws(PhotoStoreError) -> PhotoContent? {
        nil
    }
    func remove(_: StoredPhoto) async throws(PhotoStoreError) { throw .unavailable(reason: "away") }
}
