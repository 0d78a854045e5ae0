import Ledger
import Photos
import PostgreSQL
import Reports
import Synchronization
import TestSupport

/// What a test of photos works with.
struct PhotosUnderTest: Sendable {
    let ledger: Ledger
    let database: Database
    let register: PhotoRegister
    let store = ShelfForTests()

    /// A photo that was never a picture; the register does not look.
    static func developed(_ name: String) -> DevelopedPhoto {
        DevelopedPhoto(
            identifier: PhotoIdentifier(of: Array(name.utf8)),
            width: 640,
            height: 480,
            likeness: PhotoLikeness(bits: .max),
            variants: PhotoVariantName.all.map { PhotoVariant($0, Array(name.utf8)) },
            suggestedPlace: nil
        )
    }

    /// Does what an upload does.
    @discardableResult
    func upload(_ name: String) async throws -> PhotoIdentifier {
        let photo = PhotosUnderTest.developed(name)
        let entry = try await register.enter(photo)
        if !entry.isStored {
            try await store.put(entry.photo, photo.variants)
            try await register.confirm(entry.photo)
        }
        return photo.identifier
    }

    /// Gives photos to a report as the ledger does: in a transaction, with the report's row locked.
    @discardableResult
    func attach(_ photos: [PhotoIdentifier], to report: Report) async throws -> [ReportPhoto] {
        try await database.write { transaction in
            let identifier = UUIDBytes(high: report.id.high, low: report.id.low)
            _ = try transaction.query("SELECT FROM report WHERE id = \(identifier) FOR UPDATE")
            return try PhotoRegister.attach(photos, to: report.id, version: 1, in: transaction)
        }
    }

    func sweep(age: Duration = .zero) async throws -> Int {
        try await PhotoSweeper(database, store: store, age: age).sweep()
    }

    func set(_ columns: SQL, of report: Report) async throws {
        let identifier = UUIDBytes(high: report.id.high, low: report.id.low)
        try await database.write { transaction in
            _ = try transaction.execute("UPDATE report SET \(columns) WHERE id = \(identifier)")
        }
    }
}

/// A store in memory.
final class ShelfForTests: PhotoStore {
    private let photos = Mutex<[StoredPhoto: [PhotoVariant]]>([:])

    var all: Set<StoredPhoto> { photos.withLock { Set($0.keys) } }

    func put(_ photo: StoredPhoto, _ variants: [PhotoVariant]) async throws(PhotoStoreError) {
        await Task.yield()
        photos.withLock { $0[photo] = variants }
        await Task.yield()
    }

    func content(of photo: StoredPhoto, _ name: PhotoVariantName) async throws(PhotoStoreError)
        -> PhotoContent?
    {
        photos.withLock { $0[photo] }?.first { $0.name == name }.map { .bytes($0.bytes) }
    }

    func remove(_ photo: StoredPhoto) async throws(PhotoStoreError) {
        await Task.yield()
        photos.withLock { $0[photo] = nil }
        await Task.yield()
    }
}

/// Runs a test with a register of photos on a migrated database of its own.
func withPhotos(_ name: String, _ body: (PhotosUnderTest) async throws -> Void) async throws {
    try await withLedger(name) { ledger, database, _ in
        try await database.write { transaction in
            _ = try transaction.execute(
                "ALTER TABLE report ADD COLUMN IF NOT EXISTS hidden boolean NOT NULL DEFAULT false"
            )
        }
        try await body(
            PhotosUnderTest(ledger: ledger, database: database, register: PhotoRegister(database))
        )
    }
}
