import Formats
package import HTTP
package import Intake
package import Ledger
import Reports
package import Territory

/// Reports for the mobile app, partners and the portal: `/api/v1/reports`.
package struct ReportsDoor: Sendable {
    /// A JSON body needs no more: 4,000 characters of four bytes, each escaped, and some fields.
    private static let longestBody = 64 << 10

    private let intake: Intake
    private let ledger: Ledger
    private let city: CurrentCity
    private let access: Access

    package init(intake: Intake, ledger: Ledger, city: CurrentCity, access: Access) {
        self.intake = intake
        self.ledger = ledger
        self.city = city
        self.access = access
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/api/v1/reports", cors: .publicReads, check: access.check) { group in
            group.post("/", bodyLimit: ReportsDoor.longestBody) { try await take($0) }
            group.get("/{number}") { try await show($0) }
        }
    }

    private func take(_ request: Request) async throws -> Response {
        _ = try await access.caller(of: request)
        try request.requireJSON()
        let receipt = try await intake.take(try Submission(parsing: request.body))
        let address = "/api/v1/reports/\(receipt.number)"
        guard let report = try await ledger.report(receipt.number) else { throw Problem.noSuchReport }
        var json = JSONWriter(reserving: 768)
        json.beginObject()
        json.publicFields(of: report)
        json.key("url")
        json.string(address)
        json.placement(of: report, in: city.value)
        json.endObject()
        var response = Response(.json, json.bytes, status: .created)
        if let location = HeaderValue(address) { response.headers.add(.location, location) }
        return response
    }

    private func show(_ request: Request) async throws -> Response {
        _ = try await access.caller(of: request)
        guard let number = ReportNumber(parsing: try request.parameters.text("number")),
            let report = try await ledger.report(number)
        else { throw Problem.noSuchReport }
        var json = JSONWriter(reserving: 768)
        json.beginObject()
        json.publicFields(of: report)
        json.placement(of: report, in: city.value)
        json.endObject()
        return Response(.json, json.bytes)
    }
}
