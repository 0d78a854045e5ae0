import Cryptography
package import Photos
import PostgreSQL
package import Reports

/// A photo of a report as staff handle it: what everybody sees, and what lies under its cover.
package struct HandledPhoto: Sendable, Equatable {
    /// Which of the report's photos it is, counted from 1: the same before and after it is covered.
    package let place: Int
    /// What everybody may see.
    package let published: StoredPhoto
    /// What was covered; nil where nothing was.
    package let original: StoredPhoto?
    /// Where it is covered.
    package let boxes: [CoverBox]
    package let width: Int
    package let height: Int

    /// The photo as it was sent.
    package var source: StoredPhoto { original ?? published }
}

extension PhotoRegister {
    /// A report's photos in their order.
    package func photos(of report: ReportIdentifier) async throws -> [HandledPhoto] {
        try await database.read { session in
            try session.query(
                """
                SELECT p.hash, p.edition, o.hash, o.edition, rp.cover, p.width, p.height
                FROM report_photo rp JOIN photo p ON p.hash = rp.photo LEFT JOIN photo o ON o.hash = rp.original
                WHERE rp.report_id = \(report.uuid) ORDER BY rp.position
                """
            ).map { try HandledPhoto(row: $0) }
        }.enumerated().map { index, photo in photo.at(index + 1) }
    }

    /// The numbers of other reports that show a photo uncovered, the latest first; no more than 20.
    package func otherReports(
        showing photo: StoredPhoto,
        besides report: ReportIdentifier
    ) async throws -> [OtherReport] {
        try await database.read { session in
            try session.query(
                """
                SELECT r.number, r.unit, r.asked_units FROM report_photo rp JOIN report r ON r.id = rp.report_id
                WHERE rp.photo = \(photo.identifier) AND r.id <> \(report.uuid) ORDER BY r.created_at DESC LIMIT 20
                """
            ).map { row in
                OtherReport(
                    number: try row.decode(at: 0),
                    unit: try row.decode(at: 1),
                    asked: try row.decode([String]?.self, at: 2) ?? []
                )
            }
        }
    }

    /// Enters the covered copy of a photo under a name that nobody can foresee; the sweeper has it unless it is used.
    ///
    /// It counts as looking like the photo, whose matter it shows.
    package func enterCopy(of photo: StoredPhoto) async throws -> StoredPhoto {
        let name = PhotoIdentifier(bytes: SecureRandom.bytes(PhotoIdentifier.length))
        guard let name else { preconditionFailure("the name of a photo has that many bytes") }
        let edition = Int64.random(in: .min ... .max)
        let entered = try await database.write { transaction in
            try transaction.query(
                """
                INSERT INTO photo (hash, edition, width, height, perceptual, is_copy)
                SELECT \(name), \(edition), width, height, perceptual, true FROM photo
                WHERE hash = \(photo.identifier) AND edition = \(photo.editionColumn)
                RETURNING hash, edition
                """
            ).first { try StoredPhoto(row: $0) }
        }
        guard let entered else { throw PhotoSweptAway() }
        return entered
    }
}

/// Another report that shows the same photo.
package struct OtherReport: Sendable, Equatable {
    package let number: String
    /// The unit in charge.
    package let unit: String
    /// The units that were asked about it.
    package let asked: [String]
}

extension HandledPhoto {
    /// Reads the columns `hash, edition`, the same of the original, `cover, width, height`.
    fileprivate init(row: borrowing Row) throws {
        place = 0
        published = try StoredPhoto(row: row)
        original = try row.decode(PhotoIdentifier?.self, at: 2).map {
            StoredPhoto($0, edition: UInt64(bitPattern: try row.decode(Int64.self, at: 3)))
        }
        let cover = try row.decode(JSONText?.self, at: 4)
        guard let boxes = cover.map({ [CoverBox](column: $0) }) ?? [] else {
            throw BrokenRow(table: "report_photo", column: "cover")
        }
        self.boxes = boxes
        width = Int(try row.decode(Int32.self, at: 5))
        height = Int(try row.decode(Int32.self, at: 6))
    }

    private init(_ photo: HandledPhoto, at place: Int) {
        self.place = place
        published = photo.published
        original = photo.original
        boxes = photo.boxes
        width = photo.width
        height = photo.height
    }

    fileprivate func at(_ place: Int) -> HandledPhoto { HandledPhoto(self, at: place) }
}
