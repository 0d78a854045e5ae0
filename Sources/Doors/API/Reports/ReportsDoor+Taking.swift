import Formats
import Geography
import HTTP
import Intake
import Ledger
import Reports
import Territory

extension ReportsDoor {
    /// A JSON body needs no more: 4,000 characters of four bytes, each escaped, and some fields.
    private static let longestBody = 64 << 10

    func openTaking(_ group: inout RouteGroup) {
        group.post("/", bodyLimit: ReportsDoor.longestBody) { try await take($0) }
    }

    private func take(_ request: Request) async throws -> Response {
        let caller = try await access.caller(of: request)
        let name = try IdempotencyKey(of: request, by: caller)
        try request.requireJSON()
        var submission = try Submission(
            parsing: request.body,
            channel: caller.key == nil ? .portal : .partner
        )
        if caller.key != nil, !caller.may(.import) { try caller.require(.report) }
        if submission.imported != nil {
            submission.imported?.source = try caller.require(.import).name
        }
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

    /// Where the report lies: as it was sent, or as it was found by its address.
    private func place(of receipt: Receipt, sent submission: Submission) async throws -> Coordinate {
        if let coordinate = submission.coordinate { return coordinate }
        guard let report = try await ledger.report(receipt.number) else { throw Problem.noSuchReport }
        return report.placement.coordinate
    }
}
