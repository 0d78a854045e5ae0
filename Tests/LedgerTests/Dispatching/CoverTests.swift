import Formats
import Ledger
import Photos
import PostgreSQL
import Reports
import TestSupport
import Testing

/// Photos of which parts are covered: what the register says of them, what is taken back, and what is swept.
@Suite(.timeLimit(.minutes(2))) struct CoverTests {
    private static let unit = Actor(.unit, name: "ZDMK", staff: 7, through: .dispatch)

    private static func boxes(_ count: Int) throws -> [CoverBox] {
        try (0..<count).map { index in
            try #require(CoverBox(left: index * 400, top: 100, width: 300, height: 2_000))
        }
    }

    /// A report with photos of these names.
    private static func report(_ names: [String], _ photos: PhotosUnderTest) async throws -> Report {
        try await addStaffRows(1...12, to: photos.database)
        let report = try await photos.ledger.take(try .pothole())
        var uploads: [PhotoIdentifier] = []
        for name in names { uploads.append(try await photos.upload(name)) }
        return try await photos.ledger.attach(uploads, to: report.number, by: unit)
    }

    /// A stored copy of a photo.
    private static func copy(of photo: HandledPhoto, _ photos: PhotosUnderTest) async throws -> StoredPhoto {
        let copy = try await photos.register.enterCopy(of: photo.source)
        try await photos.store.put(copy, PhotosUnderTest.developed("copy").variants)
        try await photos.register.confirm(copy)
        return copy
    }

    private static func act(_ cover: PhotoCover, on report: Report, _ photos: PhotosUnderTest) async throws
        -> ReportIdentifier
    {
        let outcome = try await photos.ledger.act(
            .cover(cover),
            on: [report.number],
            by: unit,
            staff: 7,
            in: try Krakow.city
        )
        return try #require(outcome.change)
    }

    /// Covers a photo of a report as it stands; returns the copy and under which name it can be taken back.
    private static func cover(_ place: Int, of number: ReportNumber, _ photos: PhotosUnderTest) async throws
        -> (copy: StoredPhoto, change: ReportIdentifier)
    {
        let report = try #require(try await photos.ledger.report(number))
        let handled = try await photos.register.photos(of: report.id)[place - 1]
        let copy = try await copy(of: handled, photos)
        let boxes = try boxes(handled.boxes.count + 1)
        let cover = PhotoCover.on(place, copy.identifier, boxes, seen: report.version)
        return (copy, try await act(cover, on: report, photos))
    }

    private static func state(_ photos: PhotosUnderTest) async throws -> [String] {
        try await photos.database.read { session in
            try session.query(
                """
                SELECT to_jsonb(rp)::text FROM report_photo rp ORDER BY position
                """
            ).map { try $0.decode(at: 0) }
        }
    }

    @Test func `everybody sees the copy, nobody the original, and staff know both`() async throws {
        try await withPhotos("cover_eyes") { photos in
            let report = try await Self.report(["a", "b"], photos)
            let original = report.photos[1].id
            let (copy, _) = try await Self.cover(2, of: report.number, photos)
            let covered = try #require(try await photos.ledger.report(report.number))
            #expect(covered.photos.map(\.id) == [report.photos[0].id, copy.identifier])
            #expect(covered.version == report.version + 1)
            #expect(try await photos.register.audience(of: original, hiding: []) == .nobody)
            #expect(try await photos.register.audience(of: copy.identifier, hiding: []) == .everybody(copy))
            let handled = try await photos.register.photos(of: report.id)
            #expect(handled[1].original?.identifier == original)
            #expect(try handled[1].boxes == Self.boxes(1))
            #expect(handled[0].original == nil && handled[0].boxes.isEmpty)
            let staff = try await photos.ledger.history(
                of: report.number,
                for: .audience(.staff(unit: nil))
            )
            #expect(staff.last?.what == .redacted && staff.last?.actor.staff == 7)
            let open = try await photos.ledger.history(
                of: report.number,
                for: .audience(.everyone(withheld: []))
            )
            #expect(!open.contains { $0.what == .redacted })
        }
    }

    @Test func `covering and uncovering are taken back exactly, again and again`() async throws {
        try await withPhotos("cover_undo") { photos in
            let report = try await Self.report(["a", "b"], photos)
            let bare = try await Self.state(photos)
            let (_, first) = try await Self.cover(1, of: report.number, photos)
            let once = try await Self.state(photos)
            let (_, second) = try await Self.cover(1, of: report.number, photos)
            #expect(try await Self.state(photos) != once)
            // A sweep in between takes nothing that can be shown again.
            #expect(try await photos.sweep(age: .seconds(600)) == 0)
            _ = try await photos.ledger.undo(second, by: Self.unit, staff: 7)
            #expect(try await Self.state(photos) == once)
            let covered = try #require(try await photos.ledger.report(report.number))
            let off = try await Self.act(.off(1, seen: covered.version), on: covered, photos)
            #expect(try await Self.state(photos) == bare)
            let original = report.photos[0].id
            let shown = try await photos.register.audience(of: original, hiding: [])
            #expect(shown != .nobody)
            _ = try await photos.ledger.undo(off, by: Self.unit, staff: 7)
            #expect(try await Self.state(photos) == once)
            #expect(try await photos.register.audience(of: original, hiding: []) == .nobody)
            // Somebody did something since the first, so that it stays.
            let refused = try await photos.ledger.undo(first, by: Self.unit, staff: 7)
            #expect(refused.done.isEmpty && refused.refused.count == 1)
            let open = try await photos.ledger.history(
                of: report.number,
                for: .audience(.everyone(withheld: []))
            )
            #expect(!open.contains { $0.what == .redacted || $0.what == .undone })
        }
    }

    @Test func `what is out of date, another unit's or not there is not covered`() async throws {
        try await withPhotos("cover_refused") { photos in
            let report = try await Self.report(["a"], photos)
            let handled = try #require(try await photos.register.photos(of: report.id).first)
            let copy = try await Self.copy(of: handled, photos).identifier
            let boxes = try Self.boxes(1)
            await #expect(throws: StaleVersion.self) {
                try await Self.act(.on(1, copy, boxes, seen: report.version - 1), on: report, photos)
            }
            for cover in [
                PhotoCover.on(0, copy, boxes, seen: report.version),
                .on(2, copy, boxes, seen: report.version),
                .on(.min, copy, boxes, seen: report.version),
                .on(1, handled.published.identifier, boxes, seen: report.version),
                .off(1, seen: report.version),
            ] {
                await #expect(throws: NoSuchPhoto.self) { try await Self.act(cover, on: report, photos) }
            }
            let other = Actor(.unit, name: "ZZM", staff: 8, through: .dispatch)
            let outcome = try await photos.ledger.act(
                .cover(.on(1, copy, boxes, seen: report.version)),
                on: [report.number],
                by: other,
                staff: 8,
                in: try Krakow.city
            )
            #expect(outcome.done.isEmpty && outcome.refused.first?.reason is NotTheUnits)
            let now = try await photos.ledger.report(report.number)
            #expect(now?.version == report.version && now?.photos == report.photos)
        }
    }

    @Test func `a photo that was covered comes covered into other reports, and no copy comes by its name`()
        async throws
    {
        try await withPhotos("cover_again") { photos in
            let report = try await Self.report(["a"], photos)
            let (copy, _) = try await Self.cover(1, of: report.number, photos)
            // The name is known from before, and the file can be uploaded again.
            let name = try await photos.upload("a")
            #expect(name == report.photos[0].id)
            let another = try await photos.ledger.take(try .pothole())
            let given = try await photos.attach([name], to: another)
            #expect(given.map(\.id) == [copy.identifier])
            #expect(try await photos.register.audience(of: name, hiding: []) == .nobody)
            let third = try await photos.ledger.take(try .pothole())
            await #expect(throws: PhotoAttachmentRefused.unknown([copy.identifier])) {
                try await photos.attach([copy.identifier], to: third)
            }
            // The report that has it covered has it already.
            let again = try await photos.ledger.attach([name], to: report.number, by: Self.unit)
            #expect(again.photos.map(\.id) == [copy.identifier])
        }
    }

    @Test func `a copy that was not used is nobody's, and is swept`() async throws {
        try await withPhotos("cover_waste") { photos in
            let report = try await Self.report(["a"], photos)
            let handled = try #require(try await photos.register.photos(of: report.id).first)
            let copy = try await Self.copy(of: handled, photos)
            #expect(try await photos.register.audience(of: copy.identifier, hiding: []) == .nobody)
            #expect(photos.store.all.count == 2)
            #expect(try await photos.sweep() == 1)
            #expect(photos.store.all == [handled.published])
        }
    }

    @Test func `an original is kept as long as a report has it, and is swept with the report`() async throws {
        try await withPhotos("cover_forgotten") { photos in
            let report = try await Self.report(["a"], photos)
            let original = report.photos[0].id
            _ = try await Self.cover(1, of: report.number, photos)
            #expect(try await photos.sweep() == 0)
            #expect(photos.store.all.count == 2)
            let identifier = UUIDBytes(high: report.id.high, low: report.id.low)
            try await photos.database.write { session in
                _ = try session.execute("DELETE FROM report_photo WHERE report_id = \(identifier)")
            }
            #expect(try await photos.register.audience(of: original, hiding: []) == .nobody)
            // The upload goes at once, the copy within a day.
            #expect(try await photos.sweep(age: .seconds(86_400)) == 1)
            #expect(!photos.store.all.contains { $0.identifier == original })
            #expect(try await photos.sweep() == 1)
            #expect(photos.store.all.isEmpty)
        }
    }

    @Test func `a photo that one report loses while another gets it stays`() async throws {
        try await withPhotos("cover_race") { photos in
            let name = try await photos.upload("a")
            var last = try await photos.ledger.take(try .pothole())
            try await photos.attach([name], to: last)
            for _ in 0..<20 {
                let next = try await photos.ledger.take(try .pothole())
                let loser = UUIDBytes(high: last.id.high, low: last.id.low)
                async let attached = photos.attach([name], to: next)
                async let lost: Void = photos.database.write { session in
                    _ = try session.execute("DELETE FROM report_photo WHERE report_id = \(loser)")
                }
                _ = try await (attached, lost)
                let isAttached = try await photos.database.read { session in
                    try session.query("SELECT attached FROM photo").one { try $0.decode(Bool.self, at: 0) }
                }
                #expect(isAttached)
                last = next
            }
            #expect(try await photos.sweep() == 0)
        }
    }
}
