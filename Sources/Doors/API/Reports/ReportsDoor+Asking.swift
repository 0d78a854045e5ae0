import Formats
import HTTP
import Ledger
import Reports
import Territory

extension ReportsDoor {
    /// The report that a request's path names, with what its caller may see and do.
    ///
    /// - Throws: `no-such-report` where nobody has the number or the caller may not know of it.
    func asked(_ request: Request) async throws -> AskedReport {
        let caller = try await access.caller(of: request)
        guard let number = ReportNumber(parsing: try request.parameters.text("number")),
            let report = try await ledger.report(number)
        else { throw Problem.noSuchReport }
        return try asked(report, by: caller)
    }

    /// A report as its caller may see it now.
    func asked(_ report: Report, by caller: Caller) throws(Problem) -> AskedReport {
        if let secret = caller.secret, secrets.isSecret(secret, of: report.id) {
            return AskedReport(
                report: report,
                caller: caller,
                view: .reporter,
                actor: Actor(.reporter, through: .api)
            )
        }
        let city = city.value
        if let actor = caller.staff(on: report, in: city)?.through(.api) {
            return AskedReport(report: report, caller: caller, view: .staff, actor: actor)
        }
        guard let view = ReportView(public: report, in: city) else { throw .noSuchReport }
        return AskedReport(report: report, caller: caller, view: view, actor: Actor(.resident, through: .api))
    }

    /// The answer that shows a report to who asked for it.
    ///
    /// `openMembers` offers staff to take the step with those whose leader is closed by now.
    func answer(_ asked: AskedReport, openMembers: Int = 0) -> Response {
        var json = JSONWriter(reserving: 1_024)
        json.beginObject()
        json.members(of: asked.report, as: asked.view)
        json.placement(of: asked.report, in: city.value)
        json.privateMembers(of: asked.report, as: asked.view)
        if openMembers > 0, asked.view == .staff {
            json.key("open_members")
            json.integer(openMembers)
        }
        json.endObject()
        return answer(json.bytes, to: asked.caller)
    }

    /// The answer that shows what has become of a report to who changed it.
    ///
    /// A unit may have given it away by that, but has just seen it.
    func answer(_ report: Report, to asked: AskedReport) -> Response {
        answer(AskedReport(report: report, caller: asked.caller, view: asked.view, actor: asked.actor))
    }

    /// JSON for the caller: with a tag where it is the same for everybody, kept nowhere where it is not.
    func answer(_ json: [UInt8], to caller: Caller) -> Response {
        var response = Response(.json, json)
        response.headers.add(.vary, "Authorization")
        if caller.key == nil, caller.secret == nil {
            response.headers.add(.etag, EntityTag.hashing(json))
            response.headers.add(.cacheControl, "no-cache")
        } else {
            response.headers.add(.cacheControl, "no-store")
        }
        return response
    }
}

extension AskedReport {
    /// Throws unless its sender asks.
    func requireReporter() throws(Problem) {
        guard case .reporter = view else {
            throw caller.secret == nil ? .credentialRequired : .notYours
        }
    }

    /// Throws unless staff of its unit or of the centre ask.
    func requireStaff() throws(Problem) {
        guard case .staff = view else {
            try caller.require(.unit)
            throw .notYours
        }
    }
}
