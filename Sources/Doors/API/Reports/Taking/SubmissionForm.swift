import Formats
import HTTP
import Reports

/// A report with its photos in one request: `multipart/form-data` with one part `report`, which is JSON, and up to five
/// parts `photo`.
struct SubmissionForm {
    private static let photoFields: Set = ["photo", "photos"]

    let report: [UInt8]
    let photos: PhotoUploads

    /// Reads a form; a part that nobody asked for is refused.
    init(_ body: Multipart) throws {
        let reports = body.parts.filter { $0.name == "report" }
        guard let report = reports.first, reports.count == 1,
            body.parts.allSatisfy({ $0.name == "report" || SubmissionForm.photoFields.contains($0.name) })
        else { throw Problem.unfitForm }
        guard report.range.count <= ReportsDoor.longestJSON else {
            throw Problem.bodyTooLarge(limit: ReportsDoor.longestJSON)
        }
        self.report = Array(body.content(of: report))
        photos = try PhotoUploads(body, in: SubmissionForm.photoFields)
    }
}

extension Problem {
    fileprivate static let unfitForm = Problem(
        .badRequest,
        code: "malformed-multipart",
        title: LocalizedText(pl: "Nieprawidłowy formularz z plikami", en: "Malformed form with files"),
        detail: LocalizedText(
            pl: "Oczekiwano jednej części 'report' z JSON i najwyżej pięciu części 'photo'.",
            en: "One part 'report' with JSON was expected, and at most five parts 'photo'."
        )
    )
}
