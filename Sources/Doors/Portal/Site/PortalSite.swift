import Formats
import HTTP
import Pages
import Territory

/// The pages with what all of them have: the city, the hotline, the way to the other language.
package struct PortalSite: Sendable {
    let pages: SitePages
    let city: CurrentCity
    let basemap: Basemap?

    /// Begins to answer a request in a language.
    func visit(_ request: Request, in tongue: Tongue) throws -> Visit {
        let messages = try pages.messages(in: tongue.language)
        return Visit(request: request, tongue: tongue, city: city.value, now: .now, messages: messages)
    }

    /// A page for everybody, which browsers and proxies ask for again each time.
    func page(_ name: String, _ values: PageScope, to visit: Visit) throws -> Response {
        var response = try answer(name, values, to: visit, status: .ok)
        if case .bytes(let bytes) = response.body {
            response.headers.add(.etag, EntityTag.hashing(bytes))
        }
        response.headers.add(.cacheControl, "no-cache")
        return response
    }

    /// A page for one visitor, which nobody keeps.
    func reply(
        _ name: String,
        _ values: PageScope,
        to visit: Visit,
        status: Status = .ok
    ) throws -> Response {
        var response = try answer(name, values, to: visit, status: status)
        response.headers.add(.cacheControl, "no-store")
        return response
    }

    private func answer(_ name: String, _ values: PageScope, to visit: Visit, status: Status) throws
        -> Response
    {
        var scope = frame(of: name, for: visit)
        scope.merge(values)
        return try pages.response(
            name,
            scope,
            in: visit.language,
            policy: basemap?.policy ?? .page,
            status: status
        )
    }
}
