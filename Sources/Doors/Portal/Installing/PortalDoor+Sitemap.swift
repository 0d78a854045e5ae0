import Formats
import HTTP
import Ledger
import Reports

/// What search engines ask first: which pages there are (sitemaps.org), and where they need not look (RFC 9309).
extension PortalDoor {
    private static let pages = ["/", "/report", "/ideas", "/about", "/help", "/privacy", "/accessibility"]
    /// The newest cases are listed too; older ones are found by their feeds and lists.
    private static let cases = 200

    func openSitemap(_ group: inout RouteGroup) {
        group.get("/sitemap.xml") { [site] request in
            let visit = try site.visit(request, in: Tongue(language: .pl))
            let query = PortalQuery(Query(), in: visit.city, at: visit.now)
            let newest = try await list(query, for: visit, length: PortalDoor.cases).reports
            var response = Response(.xml, PortalDoor.sitemap(newest.map(\.report), at: visit.origin))
            response.headers.add(.cacheControl, "public, max-age=3600")
            return response
        }
        group.get("/robots.txt") { request in
            let origin = request.origin.base.text
            var response = Response.text(
                """
                User-agent: *
                Disallow: /api/
                Disallow: /open311/
                Disallow: /list
                Disallow: /en/list
                Disallow: /dispatch/
                Allow: /api/v1/$
                Sitemap: \(origin)/sitemap.xml

                """
            )
            response.headers.add(.cacheControl, "public, max-age=3600")
            return response
        }
    }

    private static func sitemap(_ reports: [Report], at origin: String) -> [UInt8] {
        let xhtml = "http://www.w3.org/1999/xhtml"
        var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        text += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"\(xhtml)\">\n"
        let cases = reports.map { ("/reports/\($0.number)", Optional($0.updated)) }
        for (path, changed) in pages.map({ ($0, nil) }) + cases {
            for tongue in Tongue.all {
                text += "<url><loc>\(origin)\(tongue.path(path))</loc>"
                for other in Tongue.all {
                    let (code, address) = (other.language.rawValue, origin + other.path(path))
                    text += "<xhtml:link rel=\"alternate\" hreflang=\"\(code)\" href=\"\(address)\"/>"
                }
                if let changed { text += "<lastmod>\(changed)</lastmod>" }
                text += "</url>\n"
            }
        }
        return Array((text + "</urlset>\n").utf8)
    }
}
