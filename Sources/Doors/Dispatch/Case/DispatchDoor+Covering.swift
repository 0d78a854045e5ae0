import Formats
import HTTP
import Intake
import Ledger
import Pages
import Photos
import Reports

/// The photos of a case, and the parts of them that are covered: `/dispatch/reports/{number}/photos/{photo}/…`.
///
/// A photo is named by its place among the report's, which stays when a cover gives it another name in public.
extension DispatchDoor {
    func openCovering(_ group: inout RouteGroup) {
        let photo = "photos/{photo}"
        page(&group, "/reports/{number}/\(photo)/cover", requiring: .redact) { visit in
            let desk = try await desk(visit)
            try visit.staff.require(.redact, on: desk.tie)
            return try await showCover(of: try await self.photo(of: desk), on: desk)
        }
        page(&group, "/reports/{number}/\(photo)/{size}.jpg", requiring: .seeCase) { visit in
            try await picture(visit)
        }
        form(&group, "/reports/{number}/\(photo)/original", requiring: .seeOriginal) { visit, _ in
            try await original(try await desk(visit))
        }
        undoableAct(&group, "\(photo)/cover", .redact, mend: { try await mend($0, $1, $2) }) {
            try await cover($0, $1)
        }
        undoableAct(&group, "\(photo)/uncover", .redact) { desk, fields in
            let visit = desk.visit
            try visit.staff.require(.seeOriginal, on: desk.tie)
            return try await covering.uncover(
                try await self.photo(of: desk),
                of: desk.report,
                by: try actor(of: visit),
                staff: visit.staff.id,
                in: visit.city,
                seen: fields.seenVersion ?? desk.report.version
            )
        }
    }

    /// The photo that a path names.
    ///
    /// - Throws: `no-such-photo` where the report has no such.
    private func photo(of desk: DeskCase) async throws -> HandledPhoto {
        guard let place = Int(try desk.visit.request.parameters.text("photo")),
            let photo = try await covering.photos(of: desk.report.id).first(where: { $0.place == place })
        else { throw NoSuchPhoto() }
        return photo
    }

    /// The page on which rectangles are drawn, over what everybody sees.
    private func showCover(
        of photo: HandledPhoto,
        on desk: DeskCase,
        drawn form: CoverForm = CoverForm(),
        problem: String = "",
        status: Status = .ok
    ) async throws -> Response {
        let visit = desk.visit
        var values = CoverScope(desk: desk, photo: photo).values
        let free = CoverBox.mostPerPhoto - photo.boxes.count
        let others = try await covering.otherReports(showing: photo, besides: desk.report)
        values.merge([
            "title": .text(visit.messages.text("cover.titleOf", ["number": desk.report.number.description])),
            "number": .text(desk.report.number.description),
            "version": .text(String(desk.report.version)),
            "path": .text(desk.path),
            "width": .text(String(photo.width)),
            "height": .text(String(photo.height)),
            "rows": .list(form.values(rows: free)),
            "hasRoom": .flag(free > 0),
            "boxes": .count(photo.boxes.count),
            "others": .list(
                others.map { other in
                    let tie = visit.staff.staff.tie(toCaseOf: other.unit, asked: other.asked)
                    let isSeen = visit.staff.staff.may(.seeCase, on: tie)
                    return ["number": .text(isSeen ? other.number : ""), "unit": .text(other.unit)]
                }
            ),
            "hasOthers": .flag(!others.isEmpty),
        ])
        values.set("problem", problem)
        return try site.reply("cover", values, to: visit, status: status)
    }

    /// The page again, with what was drawn and what is wrong with it.
    private func mend(_ desk: DeskCase, _ fields: Query, _ problem: String) async throws -> Response {
        try await showCover(
            of: try await photo(of: desk),
            on: desk,
            drawn: (try? CoverForm(fields)) ?? CoverForm(),
            problem: problem,
            status: .unprocessableContent
        )
    }

    /// What everybody may see of a photo, for staff also where the report is hidden.
    private func picture(_ visit: StaffVisit) async throws -> Response {
        let photo = try await photo(of: try await desk(visit))
        guard let size = PhotoSize(rawValue: try visit.request.parameters.integer("size")) else {
            throw NoSuchPhoto()
        }
        return try await response(photo.published, PhotoVariantName(size, .jpeg))
    }

    /// Shows a photo as it was sent, once it is on record who looks.
    private func original(_ desk: DeskCase) async throws -> Response {
        try desk.visit.staff.require(.seeOriginal, on: desk.tie)
        let photo = try await photo(of: desk)
        guard let original = photo.original else { throw NoSuchPhoto() }
        try await audit.recordLook(
            atOriginal: photo.place,
            of: desk.report.id,
            by: desk.visit.staff.actor
        )
        return try await response(original, PhotoVariantName(.large, .jpeg))
    }

    private func response(_ photo: StoredPhoto, _ variant: PhotoVariantName) async throws -> Response {
        var response = Response(.ok)
        switch try await covering.content(of: photo, variant) {
        case .file(let file): response.body = .file(file)
        case .bytes(let bytes): response.body = .bytes(bytes)
        case nil: throw NoSuchPhoto()
        }
        response.headers.add(.contentType, ContentType.ofFile(named: variant.fileName).value)
        DispatchSite.seal(&response)
        return response
    }

    private func cover(_ desk: DeskCase, _ fields: Query) async throws -> ReportIdentifier? {
        let visit = desk.visit
        return try await covering.cover(
            try await photo(of: desk),
            of: desk.report,
            with: try CoverForm(fields).boxes(),
            by: try actor(of: visit),
            staff: visit.staff.id,
            in: visit.city,
            seen: fields.seenVersion ?? desk.report.version
        )
    }
}
