package import PostgreSQL
package import Reports

extension PhotoRegister {
    /// Gives photos to a report, in the transaction that changes it; those that it has already are passed over.
    ///
    /// The caller holds the report's row, or has just made it, so that nobody else counts at the same time.
    ///
    /// - Returns: what was added, in its order.
    package static func attach(
        _ photos: [PhotoIdentifier],
        to report: ReportIdentifier,
        version: Int,
        in transaction: borrowing Session
    ) throws -> [ReportPhoto] {
        var wanted: [PhotoIdentifier] = []
        for photo in photos where !wanted.contains(photo) { wanted.append(photo) }
        guard !wanted.isEmpty else { return [] }
        let present = try transaction.query(
            "SELECT photo, original, position FROM report_photo WHERE report_id = \(report.uuid)"
        ).map { row in
            (
                photo: try row.decode(PhotoIdentifier.self, at: 0),
                original: try row.decode(PhotoIdentifier?.self, at: 1),
                position: try row.decode(Int16.self, at: 2)
            )
        }
        // One that is covered is still the one that was sent.
        wanted.removeAll { photo in present.contains { $0.photo == photo || $0.original == photo } }
        guard present.count + wanted.count <= ReportPhoto.mostPerReport else {
            throw PhotoAttachmentRefused.tooMany(limit: ReportPhoto.mostPerReport)
        }
        let known = try hold(wanted, in: transaction)
        let unknown = wanted.filter { known[$0] == nil }
        guard unknown.isEmpty else { throw PhotoAttachmentRefused.unknown(unknown) }
        let shown = try insert(
            wanted,
            after: present.map(\.position).max() ?? 0,
            to: report,
            version: version,
            in: transaction
        )
        return wanted.compactMap { photo in
            known[photo].map { ReportPhoto(id: shown[photo] ?? $0.id, width: $0.width, height: $0.height) }
        }
    }

    /// Writes the rows; returns what is shown of each photo.
    ///
    /// Whoever knows the name of a photo that staff covered, or still has its file, brings it in covered as well.
    private static func insert(
        _ photos: [PhotoIdentifier],
        after last: Int16,
        to report: ReportIdentifier,
        version: Int,
        in transaction: borrowing Session
    ) throws -> [PhotoIdentifier: PhotoIdentifier] {
        let rows = try transaction.query(
            """
            INSERT INTO report_photo (report_id, photo, position, added_version, original, cover)
            SELECT \(report.uuid), coalesce(c.photo, new.hash), \(last) + nth::smallint, \(Int32(clamping: version)),
                c.original, c.cover
            FROM (SELECT decode(id, 'hex') AS hash, nth
                FROM unnest(\(photos.map(\.description))::text[]) WITH ORDINALITY AS ids (id, nth)) AS new
            LEFT JOIN LATERAL (SELECT photo, original, cover FROM report_photo
                WHERE original = new.hash ORDER BY report_id DESC LIMIT 1) AS c ON true
            RETURNING coalesce(original, photo), photo
            """
        ).map {
            (try $0.decode(PhotoIdentifier.self, at: 0), try $0.decode(PhotoIdentifier.self, at: 1))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// Locks the rows of stored photos, always in the same order, and marks them as attached.
    private static func hold(
        _ photos: [PhotoIdentifier],
        in transaction: borrowing Session
    ) throws -> [PhotoIdentifier: ReportPhoto] {
        guard !photos.isEmpty else { return [:] }
        let held = try transaction.query(
            """
            SELECT hash, width, height FROM photo WHERE hash IN (\(SQL.hashes(photos))) AND stored AND NOT is_copy
            ORDER BY hash FOR NO KEY UPDATE OF photo
            """
        ).map { row in
            ReportPhoto(
                id: try row.decode(at: 0),
                width: Int(try row.decode(Int32.self, at: 1)),
                height: Int(try row.decode(Int32.self, at: 2))
            )
        }
        try transaction.execute(
            "UPDATE photo SET attached = true WHERE hash IN (\(SQL.hashes(held.map(\.id)))) AND NOT attached"
        )
        return Dictionary(uniqueKeysWithValues: held.map { ($0.id, $0) })
    }
}

/// Why a report did not get its photos.
package enum PhotoAttachmentRefused: Error, Equatable, Sendable {
    /// These were never uploaded, or so long ago that they have been swept away.
    case unknown([PhotoIdentifier])
    /// It would have more than that.
    case tooMany(limit: Int)
}
