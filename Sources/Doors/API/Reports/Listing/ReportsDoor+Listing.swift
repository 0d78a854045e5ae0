import Formats
import HTTP
import Ledger
import Reports
import Territory

/// Lists of reports, page by page, and what changed since somebody last looked: `GET /api/v1/reports`.
extension ReportsDoor {
    private static let usualEntries = 50
    private static let mostEntries = 200

    func openListing(_ group: inout RouteGroup) {
        group.get("/") { request in
            let caller = try await access.caller(of: request)
            let isDelta = request.query.items.contains { $0.name == "after" }
            return isDelta ? try await changes(request, caller) : try await page(request, caller)
        }
    }

    /// Whose eyes a caller's lists are for.
    func audience(of caller: Caller) -> Audience {
        caller.audience(in: city.value)
    }

    private func view(of audience: Audience) -> UInt64 {
        ListView(of: audience, wordless: city.value.catalogue.wordless).stamp
    }

    private func page(_ request: Request, _ caller: Caller) async throws -> Response {
        let audience = audience(of: caller)
        var reader = QueryReader(request.query)
        let filter = ReportFilter(reading: &reader, for: audience, in: city.value)
        let limit = reader.integer(
            "limit",
            in: 1...ReportsDoor.mostEntries,
            usually: ReportsDoor.usualEntries
        )
        let key = reader.parsed("page", .madeUpPage) { PageKey(parsing: $0) }
        try reader.finish()
        // Asked for before the page is read: what changes meanwhile is told twice rather than never.
        let cursor = key == nil ? try await ledger.feedCursor() : nil
        let page = try await ledger.page(of: filter, after: key, limit: limit)
        var json = JSONWriter(reserving: 512 * (page.reports.count + 1))
        json.beginObject()
        json.reports(page.reports, for: audience, in: city.value)
        json.key("next")
        json.stringIfAny(page.next?.description)
        if let cursor {
            json.key("cursor")
            json.string(cursor.bound(to: view(of: audience)).description)
        }
        json.endObject()
        var response = answer(json.bytes, to: caller)
        if let next = page.next, let link = HeaderValue(request.link(page: next)) {
            response.headers.add("Link", link)
        }
        return response
    }

    private func changes(_ request: Request, _ caller: Caller) async throws -> Response {
        let audience = audience(of: caller)
        var reader = QueryReader(request.query)
        let cursor = reader.parsed("after", .madeUpCursor) { FeedCursor(parsing: $0) }
        let limit = reader.integer(
            "limit",
            in: 1...ReportsDoor.mostEntries,
            usually: ReportsDoor.usualEntries
        )
        try reader.finish()
        let view = view(of: audience)
        let changes = try await ledger.changes(after: cursor?.bound(to: view), limit: limit, for: audience)
        var json = JSONWriter(reserving: 512 * (changes.reports.count + 1))
        json.beginObject()
        json.reports(changes.reports, for: audience, in: city.value)
        json.key("gone")
        json.beginArray()
        for gone in changes.gone {
            json.beginObject()
            json.key("id")
            json.string(gone.id.description)
            json.key("number")
            json.string(gone.number.description)
            json.endObject()
        }
        json.endArray()
        json.key("cursor")
        json.string(changes.cursor.bound(to: view).description)
        json.key("more")
        json.bool(changes.hasMore)
        json.endObject()
        return answer(json.bytes, to: caller)
    }
}

extension JSONWriter {
    /// Writes a list's reports, each as far as its audience may see it.
    fileprivate mutating func reports(_ reports: [Report], for audience: Audience, in city: City) {
        key("reports")
        beginArray()
        for report in reports {
            switch audience {
            case .staff, .desk: self.report(report, as: .staff)
            case .everyone, .unit:
                guard let view = ReportView(public: report, in: city) else { continue }
                self.report(report, as: view)
            }
        }
        endArray()
    }
}

extension Request {
    /// The address of another page of the same list, as `Link` has it (RFC 8288).
    fileprivate func link(page: PageKey) -> String {
        var items = query.items.filter { $0.name != "page" }
        items.append(.init(name: "page", value: page.description))
        return "</api/v1/reports?\(Query(items).encoded)>; rel=\"next\""
    }
}

extension LocalizedText {
    fileprivate static let madeUpPage = LocalizedText(
        pl: "To nie jest miejsce na liście; weź je z pola next poprzedniej strony.",
        en: "This is no place in a list; take it from the member 'next' of the page before."
    )
    fileprivate static let madeUpCursor = LocalizedText(
        pl: "To nie jest kursor; weź go z pola cursor poprzedniej odpowiedzi albo zacznij od pustego.",
        en: "This is no cursor; take it from the member 'cursor' of an answer, or begin with an empty one."
    )
}
