import Formats
package import Ledger
package import Photos
package import Reports
package import Territory

/// Covers parts of reports' photos: a copy is made and stored first, and then shown in the photo's place.
///
/// A copy that is not used after all is swept away like an upload that nobody attached.
package struct PhotoCovering: Sendable {
    private let darkroom: Darkroom
    private let register: PhotoRegister
    private let store: any PhotoStore
    private let ledger: Ledger

    package init(darkroom: Darkroom, register: PhotoRegister, store: any PhotoStore, ledger: Ledger) {
        self.darkroom = darkroom
        self.register = register
        self.store = store
        self.ledger = ledger
    }

    /// A report's photos as staff handle them.
    package func photos(of report: ReportIdentifier) async throws -> [HandledPhoto] {
        try await register.photos(of: report)
    }

    /// Other reports that show a photo uncovered.
    package func otherReports(showing photo: HandledPhoto, besides report: Report) async throws
        -> [OtherReport]
    {
        try await register.otherReports(showing: photo.source, besides: report.id)
    }

    /// The bytes of a photo; nil if they are gone.
    package func content(of photo: StoredPhoto, _ variant: PhotoVariantName) async throws -> PhotoContent? {
        try await store.content(of: photo, variant)
    }

    /// Covers a photo further; what is covered stays so.
    ///
    /// - Returns: the name under which it can be taken back.
    package func cover(
        _ photo: HandledPhoto,
        of report: Report,
        with boxes: [CoverBox],
        by actor: Actor,
        staff: Int,
        in city: City,
        seen version: Int
    ) async throws -> ReportIdentifier? {
        // A form that is out of date is refused before anything is made for it; the ledger looks again.
        guard version == report.version else { throw StaleVersion(report: report) }
        var all = photo.boxes
        for box in boxes where !all.contains(box) { all.append(box) }
        guard all.count <= CoverBox.mostPerPhoto else {
            throw CoverRefused.tooMany(most: CoverBox.mostPerPhoto)
        }
        guard all.count > photo.boxes.count else { throw CoverRefused.nothingNew }
        let original = PhotoVariantName(.large, .jpeg)
        guard let content = try await store.content(of: photo.source, original) else { throw NoSuchPhoto() }
        let variants = try await darkroom.cover(content, with: all)
        let copy = try await register.enterCopy(of: photo.source)
        try await store.put(copy, variants)
        try await register.confirm(copy)
        let cover = PhotoCover.on(photo.place, copy.identifier, all, seen: version)
        return try await change(cover, of: report, by: actor, staff: staff, in: city)
    }

    /// Shows a photo again as it was sent.
    ///
    /// - Returns: the name under which it can be taken back.
    package func uncover(
        _ photo: HandledPhoto,
        of report: Report,
        by actor: Actor,
        staff: Int,
        in city: City,
        seen version: Int
    ) async throws -> ReportIdentifier? {
        let cover = PhotoCover.off(photo.place, seen: version)
        return try await change(cover, of: report, by: actor, staff: staff, in: city)
    }

    private func change(
        _ cover: PhotoCover,
        of report: Report,
        by actor: Actor,
        staff: Int,
        in city: City
    ) async throws -> ReportIdentifier? {
        let outcome = try await ledger.act(
            .cover(cover),
            on: [report.number],
            by: actor,
            staff: staff,
            in: city
        )
        if let refusal = outcome.refused.first { throw refusal.reason }
        return outcome.change
    }
}

/// Why a photo is not covered.
package enum CoverRefused: Error, Equatable, Sendable {
    /// All of it is covered already.
    case nothingNew
    /// It would have more boxes than that.
    case tooMany(most: Int)
}
