import Formats
import HTTP
import Ledger
import Reports
import Territory

/// Requests that are read: one, some, or a list; and the token of a request, which is its identifier.
extension Open311Door {
    func openRequests(_ group: inout RouteGroup, _ format: GeoReportFormat) {
        group.get("/requests.\(format.rawValue)") { try await requests($0, format) }
        group.get("/requests/{id}.\(format.rawValue)") { try await request($0, format) }
        group.get("/tokens/{token}.\(format.rawValue)") { try await token($0, format) }
    }

    private func requests(_ request: Request, _ format: GeoReportFormat) async throws -> Response {
        try requireJurisdiction(request.query)
        let caller = try await caller(of: request)
        let city = city.value
        let audience = caller.audience(in: city)
        let query = try RequestsQuery(parsing: request.query, for: audience, in: city, now: .now)
        let lines: [ReportLine] =
            if let numbers = query.numbers {
                try await ledger.lines(of: numbers, for: audience, isDetailed: query.isExtended)
            } else {
                try await ledger.lines(
                    of: query.filter,
                    skipping: query.page.skipping,
                    limit: query.page.limit,
                    isDetailed: query.isExtended
                )
            }
        return answer(lines, to: request, by: caller, for: audience, format)
    }

    private func request(_ request: Request, _ format: GeoReportFormat) async throws -> Response {
        try requireJurisdiction(request.query)
        let caller = try await caller(of: request)
        guard let number = ReportNumber(parsing: try request.parameters.text("id")),
            let report = try await ledger.report(number), isSeen(report, by: caller)
        else { throw Problem.noSuchRequest }
        let audience = audience(of: caller, on: report)
        var line = ReportLine(report, for: audience)
        var reader = QueryReader(request.query)
        if reader.flag("extensions") { line = try await ledger.detailed(line, for: audience) }
        return answer([line], to: request, by: caller, for: audience, format)
    }

    /// Whose eyes an answer about one report is for: a unit's key reads what is another's as everybody does.
    private func audience(of caller: Caller, on report: Report) -> Audience {
        let city = city.value
        guard caller.staff(on: report, in: city) != nil else {
            return .everyone(withheld: city.catalogue.withheld)
        }
        return caller.audience(in: city)
    }

    private func token(_ request: Request, _ format: GeoReportFormat) async throws -> Response {
        try requireJurisdiction(request.query)
        let caller = try await caller(of: request)
        let token = try request.parameters.text("token")
        guard let id = ReportIdentifier(parsing: token), let report = try await ledger.report(id),
            isSeen(report, by: caller)
        else { throw Problem.noSuchToken }
        return format.response { writer in
            writer.begin(list: "service_requests")
            writer.begin(record: "request")
            writer.text("service_request_id", report.number.description)
            writer.text("token", id.description)
            writer.end()
            writer.end()
        }
    }

    /// Whether a caller may know of a report.
    func isSeen(_ report: Report, by caller: Caller) -> Bool {
        let city = city.value
        return caller.staff(on: report, in: city) != nil || ReportView(public: report, in: city) != nil
    }

    private func answer(
        _ lines: [ReportLine],
        to request: Request,
        by caller: Caller,
        for audience: Audience,
        _ format: GeoReportFormat
    ) -> Response {
        let showing = LineShowing(
            city: city.value,
            base: request.origin.base.text,
            language: request.language,
            isStaff: audience.isStaff
        )
        var response = format.response(reserving: 1_024 * (lines.count + 1)) { writer in
            writer.begin(list: "service_requests")
            for line in lines { writer.request(line, showing) }
            writer.end()
        }
        response.headers.add(.cacheControl, caller.key == nil ? "no-cache" : "no-store")
        return response
    }
}

extension Problem {
    static let noSuchRequest = Problem(
        .notFound,
        code: "no-such-request",
        title: LocalizedText(pl: "Nieznane service_request_id", en: "The service_request_id is unknown")
    )
    fileprivate static let noSuchToken = Problem(
        .notFound,
        code: "no-such-token",
        title: LocalizedText(pl: "Nieznany token", en: "The token is unknown")
    )
}
