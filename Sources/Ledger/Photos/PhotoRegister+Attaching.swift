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
            "SELECT photo, position FROM report_photo WHERE report_id = \(report.uuid)"
        ).map {
            (photo: try $0.decode(PhotoIdentifier.self, at: 0), position: try $0.decode(Int16.self, at: 1))
        }
        wanted.removeAll { photo in present.contains { $0.photo == photo } }
        guard present.count + wanted.count <= ReportPhoto.mostPerReport else {
            throw PhotoAttachmentRefused.tooMany(limit: ReportPhoto.mostPerReport)
        }
        let known = try hold(wanted, in: transaction)
        let unknown = wanted.filter { known[$0] == nil }
        guard unknown.isEmpty else { throw PhotoAttachmentRefused.unknown(unknown) }
        let last = present.map(\.position).max() ?? 0
        try transaction.execute(
            """
            INSERT INTO report_photo (report_id, photo, position, added_version)
            SELECT \(report.uuid), decode(id, 'hex'), \(last) + nth::smallint, \(Int32(clamping: version))
            FROM unnest(\(wanted.map(\.description))::text[]) WITH ORDINALITY AS new (id, nth)
            """
        )
        return wanted.compactMap { known[$0] }
    }

    /// Locks the rows of stored photos, always in the same order, and marks them as attached.
    private static func hold(
        _ photos: [PhotoIdentifier],
        in transaction: borrowing Session
    ) throws -> [PhotoIdentifier: ReportPhoto] {
        guard !photos.isEmpty else { return [:] }
        let held = try transaction.query(
            """
            SELECT hash, width, height FROM photo WHERE hash IN (\(SQL.hashes(photos))) AND stored
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
