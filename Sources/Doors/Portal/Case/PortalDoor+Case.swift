import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// The page of one case, and what everybody can do there without a script.
extension PortalDoor {
    func openCase(_ group: inout RouteGroup, _ tongue: Tongue) {
        page(&group, "/reports/{number}", in: tongue) { visit in
            try site.page("case", try await values(of: asked(visit), for: visit), to: visit)
        }
        form(&group, "/reports/{number}/support", in: tongue) { try await support($0) }
        form(&group, "/reports/{number}/follow", in: tongue) { try await follow($0) }
    }

    /// The report that a path names, if everybody may see it.
    ///
    /// - Throws: `no-such-report`.
    func asked(_ visit: Visit) async throws -> ReportItem {
        guard let number = ReportNumber(parsing: try visit.request.parameters.text("number")),
            let report = try await ledger.report(number)
        else { throw Problem.noSuchReport }
        return try item(report, for: visit)
    }

    private func item(_ report: Report, for visit: Visit) throws(Problem) -> ReportItem {
        guard let view = ReportView(public: report, in: visit.city) else { throw .noSuchReport }
        return ReportItem(report: report, view: view, visit: visit)
    }

    private func support(_ visit: Visit) async throws -> Response {
        let item = try await asked(visit)
        let caller = try await access.caller(of: visit.request)
        let report: Report
        do {
            report = try await residents.support(
                item.report,
                as: caller.name(sender: nil),
                allow: { _ = try self.item($0, for: visit) }
            )
        } catch let refused as StepRefused {
            return try await show(item, problem: refused.problem.detail?[visit.language] ?? "", to: visit)
        }
        return try await show(try self.item(report, for: visit), notice: "case.supported", to: visit)
    }

    private func follow(_ visit: Visit) async throws -> Response {
        let item = try await asked(visit)
        let form = FollowerForm(try PortalForm(visit.request).fields)
        guard let address = form.address else {
            return try await show(item, form: form, to: visit)
        }
        do {
            try await residents.follow(item.report, at: address)
        } catch let refusal as any ProblemConvertible {
            let text = refusal.problem.detail ?? refusal.problem.title
            return try await show(item, problem: text[visit.language], to: visit)
        }
        return try await show(item, notice: "case.followed", to: visit)
    }

    private func show(
        _ item: ReportItem,
        notice: String = "",
        problem: String = "",
        form: FollowerForm? = nil,
        to visit: Visit
    ) async throws -> Response {
        var values = try await values(of: item, for: visit)
        if !notice.isEmpty { values.set("notice", visit.words(notice)) }
        values.set("problem", problem.isEmpty ? form?.problem?[visit.language] : problem)
        if let form { values.merge(form.values) }
        let isRefused = !problem.isEmpty || form?.problem != nil
        return try site.reply("case", values, to: visit, status: isRefused ? .unprocessableContent : .ok)
    }

    /// Everything that the page of a case shows.
    private func values(of item: ReportItem, for visit: Visit) async throws -> PageScope {
        let report = item.report
        let history = try await ledger.history(
            of: report.number,
            for: .audience(.everyone(withheld: visit.city.catalogue.withheld))
        )
        var values = item.values
        values.merge(CasePage(item: item).values)
        values["history"] = .list(history.map { CaseHistory(visit: visit, view: item.view).values(of: $0) })
        values["locator"] = .markup(
            locator.value(at: visit.now).drawing(
                of: report.placement.coordinate,
                in: report.placement.district
            )
        )
        for name in ["notice", "problem", "followEmail", "followPhone"] { values.set(name, "") }
        for name in ["followConsentEmail", "followConsentSMS"] { values[name] = .flag(false) }
        return values
    }
}
