import Formats
import HTTP
import Intake
import Ledger
import Reports

/// Photos that come after their report: `POST /api/v1/reports/{number}/photos`.
extension ReportsDoor {
    func openPhotos(_ group: inout RouteGroup) {
        let limit = PhotoUploads.bodyLimit(files: ReportPhoto.mostPerReport)
        group.post("/{number}/photos", bodyLimit: limit) { try await attach($0) }
    }

    private func attach(_ request: Request) async throws -> Response {
        let asked = try await asked(request)
        try asked.requireSender()
        let uploads = try PhotoUploads(try request.multipart())
        guard !uploads.files.isEmpty else { throw Problem.onePhotoExpected }
        let taken = try await residents.store(uploads)
        let report = try await ledger.attach(taken, to: asked.report.number, by: asked.actor)
        return answer(report, to: asked)
    }
}

extension AskedReport {
    /// Throws unless its sender asks, staff, or somebody with a key who sends reports for others.
    fileprivate func requireSender() throws(Problem) {
        guard case .everyone = view else { return }
        if caller.secret != nil { throw .notYours }
        try caller.require(.report, .import)
    }
}
