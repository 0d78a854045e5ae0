import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// The console's pages with what all of them have: who has signed in, and where one may go.
struct DispatchSite: Sendable {
    let pages: SitePages
    let gate: StaffGate
    let city: CurrentCity

    /// Begins to answer a request in a language.
    func visit(_ request: Request, in language: Language) throws -> DispatchVisit {
        DispatchVisit(
            request: request,
            language: language,
            city: city.value,
            now: .now,
            messages: try pages.messages(in: language)
        )
    }

    /// Begins to answer somebody who has signed in.
    func visit(_ request: Request, by staff: SignedInStaff) throws -> StaffVisit {
        StaffVisit(visit: try visit(request, in: staff.language), staff: staff)
    }

    /// A page for somebody who has signed in.
    func reply(
        _ name: String,
        _ values: PageScope,
        to visit: StaffVisit,
        status: Status = .ok
    ) throws -> Response {
        var scope = frame(of: name, for: visit.visit)
        scope.merge(frame(of: name, for: visit.staff, in: visit.visit))
        scope.merge(values)
        return try response(name, scope, to: visit.visit, status: status)
    }

    /// A page for whoever has not signed in, or not quite.
    func reply(
        _ name: String,
        _ values: PageScope,
        to visit: DispatchVisit,
        status: Status = .ok
    ) throws -> Response {
        var scope = frame(of: name, for: visit)
        scope.merge(values)
        return try response(name, scope, to: visit, status: status)
    }

    /// Leads to another page of the console.
    func redirect(to path: String) throws -> Response {
        guard var response = Response.redirect(to: path) else { throw Problem.internalError }
        DispatchSite.seal(&response)
        return response
    }

    /// What nobody keeps and no search engine lists.
    static func seal(_ response: inout Response) {
        response.headers.set(.cacheControl, "no-store")
        response.headers.set("X-Robots-Tag", "noindex, nofollow")
    }

    private func response(
        _ name: String,
        _ scope: PageScope,
        to visit: DispatchVisit,
        status: Status
    ) throws -> Response {
        var response = try pages.response(name, scope, in: visit.language, policy: .page, status: status)
        DispatchSite.seal(&response)
        return response
    }
}
