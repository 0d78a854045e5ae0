import HTTP
import Ledger
import Photos
import Reports

/// The photos in a multipart body: every part of the name `file`, or of other names, in order.
///
/// The name that a client gives its file is not read at all.
struct PhotoUploads {
    /// The bytes of each file.
    let files: [[UInt8]]

    /// Throws if there are more than a report may have, or one is too large.
    init(_ body: Multipart, in fields: Set<String> = ["file"]) throws {
        let parts = body.parts.filter { fields.contains($0.name) }
        guard parts.count <= ReportPhoto.mostPerReport else {
            throw PhotoAttachmentRefused.tooMany(limit: ReportPhoto.mostPerReport)
        }
        let limit = PhotoLimits.standard.fileBytes
        guard parts.allSatisfy({ $0.range.count <= limit }) else {
            throw PhotoRefused.fileTooLarge(limit: limit)
        }
        files = parts.map { Array(body.content(of: $0)) }
    }

    private init(files: [[UInt8]]) {
        self.files = files
    }

    /// Those with a byte in them; nil where there is none.
    var withoutEmpty: PhotoUploads? {
        let chosen = files.filter { !$0.isEmpty }
        return chosen.isEmpty ? nil : PhotoUploads(files: chosen)
    }

    /// The longest body with so many files, and with what stands around them.
    static func bodyLimit(files: Int) -> Int {
        files * PhotoLimits.standard.fileBytes + 256 << 10
    }
}

extension Request {
    /// The body as multipart form data.
    func multipart() throws(MultipartError) -> Multipart {
        try Multipart(parsing: body, contentType: headers[.contentType] ?? "")
    }
}
