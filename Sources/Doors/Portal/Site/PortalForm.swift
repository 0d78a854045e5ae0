import Formats
import HTTP

/// What a form of the portal sends, with or without files.
struct PortalForm {
    let fields: Query
    /// The photos, where files were chosen.
    let photos: PhotoUploads?

    /// Reads the body; throws 400 or 415 for one that is no form.
    init(_ request: Request) throws {
        if request.isForm {
            let body = try request.multipart()
            fields = try body.fields()
            // A browser sends a file without a byte where none was chosen.
            photos = try PhotoUploads(body, in: ["photo"]).withoutEmpty
        } else {
            fields = try Form.parse(request.body)
            photos = nil
        }
    }
}

extension Query {
    /// The first value of a name without the spaces around it; empty where there is none.
    func trimmed(_ name: String) -> String {
        var text = Substring(first(name) ?? "")
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
