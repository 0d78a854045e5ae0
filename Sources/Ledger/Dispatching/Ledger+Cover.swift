import Formats
import PostgreSQL
package import Reports

/// There is no such photo of the report, or no cover that could be taken off.
package struct NoSuchPhoto: Error, Sendable {
    /// Says just that.
    package init() {}
}

/// What everybody is to see of one of a report's photos.
package struct PhotoCover: Sendable {
    /// Which of the report's photos, counted from 1.
    let place: Int
    /// The copy and where it is covered; nil takes the cover off.
    let copy: (photo: PhotoIdentifier, boxes: [CoverBox])?
    /// The version of the report that whoever does it saw.
    let version: Int

    /// Shows a covered copy, which was made of the photo as that version had it.
    package static func on(
        _ place: Int,
        _ copy: PhotoIdentifier,
        _ boxes: [CoverBox],
        seen version: Int
    ) -> PhotoCover {
        PhotoCover(place: place, copy: (copy, boxes), version: version)
    }

    /// Shows the photo as it was sent.
    package static func off(_ place: Int, seen version: Int) -> PhotoCover {
        PhotoCover(place: place, copy: nil, version: version)
    }

    private init(place: Int, copy: (photo: PhotoIdentifier, boxes: [CoverBox])?, version: Int) {
        self.place = place
        self.copy = copy
        self.version = version
    }
}

extension Ledger {
    /// Covers a photo or takes its cover off; what everybody may see has another name from then on.
    ///
    /// - Throws: `NotTheUnits`, `StaleVersion`, `NoSuchPhoto`.
    static func covered(
        _ report: Report,
        by cover: PhotoCover,
        actor: Actor,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> Report {
        try actor.mayHandle(report)
        try report.mustStand(as: cover.version)
        guard cover.place >= 1, cover.place <= report.photos.count else { throw NoSuchPhoto() }
        let changed = try show(cover.copy, at: report.photos[cover.place - 1].id, of: report, session)
        guard changed == 1 else { throw NoSuchPhoto() }
        let photos = try photos(of: report, session)
        var change = ReportChange(.redacted, by: actor) { $0.photos = photos }
        change.isPublic = false
        change.details = EventDetails.cover(of: cover.place, boxes: cover.copy?.boxes.count ?? 0)
        return try write(change, to: report, at: moment, in: session)
    }

    /// Puts a copy in the place of what is shown, or the original; returns how many rows that were.
    private static func show(
        _ copy: (photo: PhotoIdentifier, boxes: [CoverBox])?,
        at shown: PhotoIdentifier,
        of report: Report,
        _ session: borrowing Session
    ) throws -> Int {
        guard let copy else {
            return try session.execute(
                """
                UPDATE report_photo SET photo = original, original = NULL, cover = NULL
                WHERE report_id = \(report.id.uuid) AND photo = \(shown) AND original IS NOT NULL
                """
            )
        }
        // The copy's row is held from here on, so that no sweeper takes it for one that nobody uses.
        let held = try session.execute(
            "UPDATE photo SET attached = true WHERE hash = \(copy.photo) AND stored AND is_copy"
        )
        guard held == 1 else { return 0 }
        return try session.execute(
            """
            UPDATE report_photo SET photo = \(copy.photo), original = coalesce(original, photo),
                cover = \(copy.boxes.column)
            WHERE report_id = \(report.id.uuid) AND photo = \(shown)
            """
        )
    }

    /// A report's photos as everybody may see them now.
    static func photos(of report: Report, _ session: borrowing Session) throws -> [ReportPhoto] {
        try session.query("SELECT \(ReportPhoto.column) FROM report r WHERE r.id = \(report.id.uuid)").one {
            try $0.decode([String].self, at: 0).compactMap { ReportPhoto(column: $0) }
        }
    }
}
