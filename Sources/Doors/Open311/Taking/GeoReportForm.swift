import Formats
import HTTP

/// The fields of a body, sent as a plain form or as one with files.
struct GeoReportForm {
    private static let photoFields: Set = ["media", "media[]", "photo", "photos", "file"]

    let fields: Query
    /// Photos that were sent along.
    let photos: PhotoUploads?

    /// Reads the body; throws 400 for one that is no form.
    init(_ request: Request) throws {
        if request.isForm {
            let body = try request.multipart()
            fields = try body.fields()
            photos = try PhotoUploads(body, in: GeoReportForm.photoFields)
        } else {
            let type = request.headers[.contentType].flatMap { MediaType(parsing: $0) }?.essence
            guard type == nil || type == "application/x-www-form-urlencoded" else { throw Problem.notAForm }
            fields = try Form.parse(request.body)
            photos = nil
        }
    }

    /// The key that it shows; nil where it shows none.
    var key: String? { Open311Door.key(in: fields) }
}

extension Problem {
    fileprivate static let notAForm = Problem(
        .unsupportedMediaType,
        code: "not-a-form",
        title: LocalizedText(pl: "Oczekiwano formularza", en: "A form was expected"),
        detail: LocalizedText(
            pl: "Wyślij application/x-www-form-urlencoded albo multipart/form-data.",
            en: "Send application/x-www-form-urlencoded or multipart/form-data."
        )
    )
}
