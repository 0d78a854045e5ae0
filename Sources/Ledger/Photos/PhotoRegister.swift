package import Photos
package import PostgreSQL
package import Reports

/// Which photos there are and who may see them.
///
/// A photo is entered first, then its files are stored, then that is confirmed; only then can a report have it.
package struct PhotoRegister: Sendable {
    let database: Database

    /// A register on a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// Enters a photo, or notes that it was uploaded again, which keeps it from being swept for another day.
    package func enter(_ photo: DevelopedPhoto) async throws -> (photo: StoredPhoto, isStored: Bool) {
        let (width, height) = (Int32(clamping: photo.width), Int32(clamping: photo.height))
        let edition = Int64.random(in: .min ... .max)
        let (hash, likeness) = (photo.identifier, Int64(bitPattern: photo.likeness.bits))
        return try await database.write { transaction in
            try transaction.query(
                """
                INSERT INTO photo (hash, edition, width, height, perceptual)
                VALUES (\(hash), \(edition), \(width), \(height), \(likeness))
                ON CONFLICT (hash) DO UPDATE SET touched_at = now()
                RETURNING hash, edition, stored
                """
            ).one { (try StoredPhoto(row: $0), try $0.decode(at: 2)) }
        }
    }

    /// Notes that every file of an entered photo is durable; throws if it was swept away meanwhile.
    package func confirm(_ photo: StoredPhoto) async throws {
        let changed = try await database.write { transaction in
            try transaction.execute(
                """
                UPDATE photo SET stored = true, touched_at = now()
                WHERE hash = \(photo.identifier) AND edition = \(photo.editionColumn)
                """
            )
        }
        guard changed == 1 else { throw PhotoSweptAway() }
    }

    /// Who may see a photo: everybody if a public report has it, its sender while nobody has attached it.
    ///
    /// An original whose only report shows a covered copy is nobody's here.
    ///
    /// Reports of the categories in `hiding` show no photo.
    package func audience(
        of photo: PhotoIdentifier,
        hiding categories: [String]
    ) async throws -> PhotoAudience {
        try await database.read { session in
            try session.query(PhotoRegister.audienceStatement(photo, hiding: categories)).first { row in
                let stored = try StoredPhoto(row: row)
                return try row.decode(at: 2) ? .everybody(stored) : .sender(stored)
            } ?? .nobody
        }
    }

    static func audienceStatement(_ photo: PhotoIdentifier, hiding categories: [String]) -> SQL {
        """
        SELECT hash, edition, attached FROM photo
        WHERE hash = \(photo) AND stored AND CASE WHEN attached THEN EXISTS (
            SELECT FROM report_photo JOIN report ON report.id = report_photo.report_id
            WHERE report_photo.photo = photo.hash AND NOT report.hidden AND report.status <> 'withdrawn'
                AND (report.status <> 'rejected' OR report.kind = 'idea')
                AND report.category <> ALL (\(categories)))
        ELSE NOT photo.is_copy AND touched_at > now() - interval '24 hours' END
        """
    }
}

/// Who may see a photo.
package enum PhotoAudience: Sendable, Equatable {
    case everybody(StoredPhoto)
    /// Whoever uploaded it knows its name; others don't.
    case sender(StoredPhoto)
    case nobody
}

/// A photo was entered so long ago that it has been swept away; it has to be uploaded again.
package struct PhotoSweptAway: Error {}
