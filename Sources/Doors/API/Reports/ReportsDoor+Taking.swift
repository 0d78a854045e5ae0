import Formats
import Geography
import HTTP
import Intake
import Ledger
import Reports
import Territory

/// Reports that come in: `POST /api/v1/reports`.
extension ReportsDoor {
    /// A report in JSON needs no more: 4,000 characters of four bytes, each escaped, and some fields.
    static let longestJSON = 64 << 10

    func openTaking(_ group: inout RouteGroup) {
        let formLimit = PhotoUploads.bodyLimit(files: ReportPhoto.mostPerReport)
        group.post("/", bodyLimit: ReportsDoor.longestJSON, formLimit: formLimit) { try await take($0) }
    }

    private func take(_ request: Request) async throws -> Response {
        let caller = try await access.caller(of: request)
        let name = try IdempotencyKey(of: request, by: caller)
        if caller.key != nil, !caller.may(.import) { try caller.require(.report) }
        let submission = try await submission(in: request, by: caller)
        let receipt = try await intake.take(submission, named: name?.hash)
        let coordinate = try await place(of: receipt, sent: submission)
        let address = "/api/v1/reports/\(receipt.number)"
        var json = JSONWriter(reserving: 1_024)
        json.receipt(
            receipt,
            secret: secrets.secret(of: receipt.id),
            address: address,
            coordinate: coordinate,
            in: city.value
        )
        var response = Response(.json, json.bytes, status: .created)
        response.headers.add(.cacheControl, "no-store")
        if let location = HeaderValue(address) { response.headers.add(.location, location) }
        return response
    }

    /// What was sent, with its photos stored.
    private func submission(in request: Request, by caller: Caller) async throws -> Submission {
        guard request.isForm else {
            try request.requireJSON()
            return try submission(parsing: request.body, by: caller)
        }
        let form = try SubmissionForm(try request.multipart())
        var submission = try submission(parsing: form.report, by: caller)
        guard submission.photos.count + form.photos.files.count <= ReportPhoto.mostPerReport else {
            throw PhotoAttachmentRefused.tooMany(limit: ReportPhoto.mostPerReport)
        }
        for photo in try await residents.store(form.photos) where !submission.photos.contains(photo) {
            submission.photos.append(photo)
        }
        return submission
    }

    private func submission(parsing json: [UInt8], by caller: Caller) throws -> Submission {
        var submission = try Submission(parsing: json, channel: caller.key == nil ? .portal : .partner)
        if submission.imported != nil { submission.imported?.source = try caller.require(.import).name }
        submission.actor = Actor(.reporter, through: .api)
        let contact = submission.contact.map { "\($0.email ?? "") \($0.phone ?? "")" } ?? ""
        submission.sender = senders.digest(of: "\(caller.name(sender: nil)) \(contact)")
        return submission
    }

    /// Where the report lies: as it was sent, or as it was found by its address.
    private func place(of receipt: Receipt, sent submission: Submission) async throws -> Coordinate {
        if let coordinate = submission.coordinate { return coordinate }
        guard let report = try await ledger.report(receipt.number) else { throw Problem.noSuchReport }
        return report.placement.coordinate
    }
}
