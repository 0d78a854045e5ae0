import Formats
import HTTP
import Intake
import Ledger
import Reports
import Territory

/// Requests that come in: everything that can be placed is kept and gets an id, for nobody can be asked back.
extension Open311Door {
    func openTaking(_ group: inout RouteGroup, _ format: GeoReportFormat) {
        let formLimit = PhotoUploads.bodyLimit(files: ReportPhoto.mostPerReport)
        group.post("/requests.\(format.rawValue)", formLimit: formLimit) { try await take($0, format) }
    }

    private func take(_ request: Request, _ format: GeoReportFormat) async throws -> Response {
        let form = try form(of: request)
        let caller = try await self.caller(of: request, showing: form)
        if !caller.may(.import) { try caller.require(.report) }
        try requireJurisdiction(form.fields)
        let name = try IdempotencyKey(of: request, by: caller)
        let submission = try await submission(in: form, by: caller)
        let kept: KeptReport
        do {
            kept = try await intake.keep(submission, named: name?.hash)
        } catch let refused as SubmissionRefused {
            throw refused.geoReportProblem
        }
        let notice = ServiceNotice(of: kept, in: city.value)
        var response = format.response(status: .created) { writer in
            writer.begin(list: "service_requests")
            writer.begin(record: "request")
            writer.text("service_request_id", kept.receipt.number.description)
            writer.text("service_notice", notice.words[request.language])
            writer.text("account_id", form.fields.first("account_id").flatMap { $0.isEmpty ? nil : $0 })
            writer.end()
            writer.end()
        }
        response.headers.add(.cacheControl, "no-store")
        return response
    }

    /// Reads the body; who sends one that is no form is counted like all who send.
    func form(of request: Request) throws -> GeoReportForm {
        do {
            return try GeoReportForm(request)
        } catch {
            if !showsKeyInHead(request) { try access.check(request, key: nil) }
            throw error
        }
    }

    /// Who sends a form, whose key may stand in it; it was counted before if the key stands in the head.
    func caller(of request: Request, showing form: GeoReportForm) async throws -> Caller {
        if !showsKeyInHead(request) { try access.check(request, key: form.key) }
        let key = form.key ?? Open311Door.key(in: request.query)
        return try await access.caller(of: request, key: key)
    }

    private func submission(in form: GeoReportForm, by caller: Caller) async throws -> Submission {
        var submission = try Submission(parsing: form.fields)
        guard city.value.catalogue[submission.category] != nil else { throw Problem.noSuchService }
        submission.actor = Actor(.reporter, through: .open311)
        let person = ["device_id", "account_id", "email", "phone"].map { form.fields.first($0) ?? "" }
        submission.sender = senders.digest(
            of: "\(caller.name(sender: nil)) key \(caller.key?.id ?? 0) \(person.joined(separator: "\n"))"
        )
        for file in form.photos?.files ?? [] {
            let photo = try await photos.take(file).photo.id
            if !submission.photos.contains(photo) { submission.photos.append(photo) }
        }
        return submission
    }
}
