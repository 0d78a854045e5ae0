package import Photos
package import PostgreSQL

/// Removes photos that nobody attached within a day, and their files.
///
/// Rows go first, into a list of waste, and files after them: a sweep that breaks off is finished by the next one.
package struct PhotoSweeper: Sendable {
    /// One transaction's share: it holds that many rows.
    private static let batch: Int32 = 200
    /// One sweep's share; what is left waits for the next.
    private static let mostBatches = 50
    /// The advisory lock that lets one sweeper at a time look for rows ('photos' in a number).
    private static let lock: Int64 = 0x7068_6F74_6F73

    private let database: Database
    private let store: any PhotoStore
    private let age: Duration

    /// - Parameters:
    ///   - database: a migrated database.
    ///   - store: where the files are.
    ///   - age: how long a photo may wait to be attached.
    package init(_ database: Database, store: any PhotoStore, age: Duration = .seconds(86_400)) {
        self.database = database
        self.store = store
        self.age = age
    }

    /// Sweeps once; returns how many photos' files were removed.
    package func sweep() async throws -> Int {
        for _ in 0..<PhotoSweeper.mostBatches {
            let discarded = try await discard()
            if discarded < PhotoSweeper.batch { break }
        }
        var removed = 0
        for _ in 0..<PhotoSweeper.mostBatches {
            let waste = try await waste()
            for photo in waste {
                try await store.remove(photo)
                try await forget(photo)
            }
            removed += waste.count
            if waste.count < PhotoSweeper.batch { break }
        }
        return removed
    }

    /// Moves rows to the waste; those whose row somebody holds are left for the next time.
    ///
    /// A row that was waited for is looked at again as it is then, so one that was attached meanwhile stays.
    private func discard() async throws -> Int {
        let seconds = Double(age.components.seconds)
        return try await database.write { transaction in
            let isAlone = try transaction.query("SELECT pg_try_advisory_xact_lock(\(PhotoSweeper.lock))")
                .one { try $0.decode(Bool.self, at: 0) }
            guard isAlone else { return 0 }
            return try transaction.execute(
                """
                WITH old AS MATERIALIZED (
                    SELECT hash FROM photo
                    WHERE NOT attached AND touched_at <= now() - make_interval(secs => \(seconds))
                    ORDER BY touched_at LIMIT \(PhotoSweeper.batch) FOR UPDATE SKIP LOCKED
                ), gone AS (
                    DELETE FROM photo USING old WHERE photo.hash = old.hash RETURNING photo.hash, edition
                )
                INSERT INTO photo_waste (hash, edition) SELECT hash, edition FROM gone
                """
            )
        }
    }

    private func waste() async throws -> [StoredPhoto] {
        try await database.read { session in
            try session.query("SELECT hash, edition FROM photo_waste LIMIT \(PhotoSweeper.batch)")
                .map { try StoredPhoto(row: $0) }
        }
    }

    private func forget(_ photo: StoredPhoto) async throws {
        try await database.write { transaction in
            _ = try transaction.execute(
                "DELETE FROM photo_waste WHERE hash = \(photo.identifier) AND edition = \(photo.editionColumn)"
            )
        }
    }
}
