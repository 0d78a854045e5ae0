import Formats
package import HTTP
package import Intake
package import Ledger
import LiveMap
import Reports
package import Territory

/// Is this already reported? `/api/v1/duplicates`.
package struct DuplicatesDoor: Sendable {
    private let finder: TwinFinder
    private let ledger: Ledger
    private let city: CurrentCity
    private let access: Access

    /// Joins what answers.
    package init(_ finder: TwinFinder, ledger: Ledger, city: CurrentCity, access: Access) {
        self.finder = finder
        self.ledger = ledger
        self.city = city
        self.access = access
    }

    /// A description of 4,000 characters of four bytes, each escaped, and some fields.
    private static let longestJSON = 64 << 10

    /// Adds the door's addresses.
    ///
    /// Asking by POST writes nothing, so it counts as reading.
    package func open(on router: inout Router) {
        router.group("/api/v1/duplicates", cors: .publicReads, check: access.checkReading) { group in
            group.get("/") { request in
                try await answer(try TwinQuestion(request.query, in: city.value), to: request)
            }
            group.post("/", bodyLimit: DuplicatesDoor.longestJSON) { request in
                let city = city.value
                let question = try request.fields { TwinQuestion.read(&$0, in: city) }
                return try await answer(question, to: request)
            }
        }
        router.group("/api/v1/reports", cors: .publicReads, check: access.check) { group in
            group.get("/{number}/duplicates") { try await staffAnswer($0) }
        }
    }

    private func answer(_ question: TwinQuestion, to request: Request) async throws -> Response {
        let caller = try await access.caller(of: request)
        var question = question
        if question.moment != nil { try caller.require(.import) }
        question.viewer = caller.mapViewer(in: city.value)
        return response(try await finder.twins(of: question), for: caller)
    }

    /// What may be the same as a report that is there: for staff, who may link it.
    private func staffAnswer(_ request: Request) async throws -> Response {
        let caller = try await access.caller(of: request)
        try caller.require(.unit)
        guard let number = ReportNumber(parsing: try request.parameters.text("number")),
            let report = try await ledger.report(number)
        else { throw Problem.noSuchReport }
        var reader = QueryReader(request.query)
        let radius = reader.numberIfAny("radius", in: 1...NearQuestion.mostMetres)
        let limit = reader.integer("limit", in: 1...NearQuestion.mostReports, usually: 20)
        try reader.finish()
        let viewer = caller.mapViewer(in: city.value)
        guard caller.sees(report, in: city.value) else { throw Problem.noSuchReport }
        let question = TwinQuestion(
            category: report.category,
            words: report.words,
            answers: report.answers,
            coordinate: report.placement.coordinate,
            precision: report.precision,
            photos: report.photos.map(\.id),
            radius: radius,
            viewer: viewer,
            besides: report.number,
            limit: limit
        )
        return response(try await finder.twins(of: question), for: caller)
    }

    private func response(_ twins: [Twin], for caller: Caller) -> Response {
        let city = city.value
        var json = JSONWriter(reserving: 512 * (twins.count + 1))
        json.beginObject()
        json.key("candidates")
        json.beginArray()
        for twin in twins {
            guard let view = caller.view(of: twin.report, in: city) else { continue }
            json.candidate(twin, as: view)
        }
        json.endArray()
        json.endObject()
        var response = Response(.json, json.bytes)
        response.headers.add(.cacheControl, "no-store")
        response.headers.add(.vary, "Authorization")
        return response
    }
}

extension Caller {
    /// What of the map the caller may see.
    fileprivate func mapViewer(in city: City) -> MapView.Viewer {
        guard may(.unit), let unit else { return .everyone }
        return unit == city.units.queue.code ? .centre : .unit(unit)
    }

    /// Whether a report is one that the caller's unit handles, or the caller is the centre's.
    fileprivate func sees(_ report: Report, in city: City) -> Bool {
        guard may(.unit), let unit else { return false }
        return unit == city.units.queue.code || unit == report.placement.unit
            || ReportView(public: report, in: city) != nil
    }

    /// How much of a report is shown to the caller; nil if nothing is.
    fileprivate func view(of report: Report, in city: City) -> ReportView? {
        if may(.unit), let unit, unit == city.units.queue.code || unit == report.placement.unit {
            return .staff
        }
        return ReportView(public: report, in: city)
    }
}
