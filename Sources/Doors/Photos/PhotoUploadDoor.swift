import Formats
package import HTTP
package import Intake

/// Photos that are sent before their report: `POST /api/v1/photos`, multipart with one field `file`.
package struct PhotoUploadDoor: Sendable {
    private let intake: PhotoIntake
    private let access: Access

    package init(_ intake: PhotoIntake, access: Access) {
        self.intake = intake
        self.access = access
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/api/v1/photos", cors: .publicReads, check: access.check) { group in
            group.post("/", bodyLimit: PhotoUploads.bodyLimit(files: 1)) { try await take($0) }
        }
    }

    private func take(_ request: Request) async throws -> Response {
        _ = try await access.caller(of: request)
        let uploads = try PhotoUploads(try request.multipart())
        guard uploads.files.count == 1, let upload = uploads.files.first else {
            throw Problem.onePhotoExpected
        }
        let taken = try await intake.take(upload)
        var json = JSONWriter(reserving: 1_024)
        json.takenPhoto(taken)
        var response = Response(.json, json.bytes, status: .created)
        // The place is for the sender alone.
        response.headers.set(.cacheControl, "no-store")
        if let location = HeaderValue(taken.photo.address) { response.headers.add(.location, location) }
        return response
    }
}

extension Problem {
    static let onePhotoExpected = Problem(
        .badRequest,
        code: "photo-expected",
        title: LocalizedText(pl: "Oczekiwano jednego zdjęcia", en: "One photo was expected"),
        detail: LocalizedText(
            pl: "Wyślij plik w polu 'file'.",
            en: "Send the file in the field 'file'."
        )
    )
}
