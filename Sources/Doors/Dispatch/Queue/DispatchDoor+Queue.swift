import Formats
import HTTP
import Intake
import Ledger
import LiveMap
import Pages
import Reports
import Territory

/// The queue at `/dispatch/`: what somebody has to act on, under any filter, in any order.
extension DispatchDoor {
    func openQueue(_ group: inout RouteGroup) {
        page(&group, "/dispatch/") { visit in
            guard visit.staff.staff.may(.seeCase) else { return try start(visit) }
            return try await queue(visit)
        }
    }

    func openViews(_ group: inout RouteGroup) {
        form(&group, "/views", requiring: .seeCase) { visit, fields in try await save(fields, visit) }
        form(&group, "/views/remove", requiring: .seeCase) { visit, fields in
            guard let id = fields.first("id").flatMap({ Int32($0) }),
                try await saved.remove(Int(id), of: visit.staff.id)
            else { throw Problem.noSuchView }
            return try site.redirect(to: "/dispatch/")
        }
    }

    /// The page of a queue, with what has just been done to its reports.
    func queue(
        _ visit: StaffVisit,
        after deed: PageScope = [:],
        problem: String = "",
        status: Status = .ok
    ) async throws -> Response {
        let asked = QueueQuery(visit.request.query, of: visit.staff, in: visit.city, at: visit.now)
        let snapshot = map.snapshot
        let soon = QueueFilter.soon(after: visit.now, in: visit.city)
        let names = StaffNames(try await accounts.list())
        let filters = try await saved.list(of: visit.staff.id)
        // What is counted and what is listed are found side by side.
        async let choices = QueueChoices(asked, visit, snapshot, names).values
        async let views = QueueViews(asked: asked, visit: visit, snapshot: snapshot, saved: filters).values
        let part = try await part(asked, snapshot, visit)
        var values: PageScope = [
            "title": .text(visit.words("queue.title")),
            "hasUnits": .flag(visit.staff.unit == nil),
            "rows": .list(
                part.lines.map { QueueRow(line: $0, visit: visit, names: names, soon: soon).values }
            ),
            "isEmpty": .flag(part.lines.isEmpty),
            "count": .text(CappedCount(part.count).text(in: visit.language)),
            "next": .text(part.next.map { "/dispatch/" + asked.query(setting: "after", to: $0) } ?? ""),
            "first": .text(
                visit.request.query.first("after") == nil ? "" : "/dispatch/" + asked.query()
            ),
            "query": .text(asked.query()),
            "tiles": .text(visit.staff.unit == nil ? "/dispatch/tiles/reports" : "/dispatch/tiles/unit"),
            "tileQuery": .text(asked.tileQuery),
            "bounds": .text(visit.city.territory.areas.bounds?.text ?? ""),
            "events": .text(cases.position),
            "text": .text(visit.request.query.first("q") ?? ""),
            "from": .text(visit.request.query.first("from") ?? ""),
            "to": .text(visit.request.query.first("to") ?? ""),
            "mark": .text(visit.request.query.first("mark") ?? ""),
            "isNarrowed": .flag(asked.isNarrowed),
            "isSearch": .flag(asked.text != nil),
            "canExport": .flag(visit.staff.staff.may(.export)),
            "canAct": .flag(visit.staff.staff.may(.step)),
            "problem": .text(problem.isEmpty ? asked.problem?[visit.language] ?? "" : problem),
            "deed": .flag(false),
        ]
        values.merge(await choices)
        values.merge(await views)
        values.merge(BulkChoices(visit: visit, names: names).values)
        values.merge(deed)
        return try site.reply("queue", values, to: visit, status: status)
    }

    /// Some of a queue.
    private struct Part {
        let lines: [QueueLine]
        let next: String?
        let count: Int
    }

    private func part(_ asked: QueueQuery, _ snapshot: Snapshot, _ visit: StaffVisit) async throws -> Part {
        guard asked.text == nil else {
            let found = try await ledger.queueSearch(
                asked.reportFilter,
                others: { snapshot.count(of: asked.view, upTo: $0) },
                after: asked.page,
                limit: QueueQuery.pageSize,
                countingTo: QueueQuery.mostCounted
            )
            return Part(lines: found.lines, next: found.next?.description, count: found.count)
        }
        let page = snapshot.queue(
            asked.view,
            by: asked.order,
            after: asked.place,
            limit: QueueQuery.pageSize
        )
        let lines = try await ledger.queueLines(of: page.places.map(\.number))
        return Part(
            lines: lines,
            next: page.hasMore ? page.places.last?.description : nil,
            count: page.count
        )
    }

    /// Saves the filters of an address under a name.
    private func save(_ fields: Query, _ visit: StaffVisit) async throws -> Response {
        let asked = QueueQuery(visit.request.query, of: visit.staff, in: visit.city, at: visit.now)
        let (name, query) = (fields.trimmed("name"), asked.query())
        guard !name.isEmpty, name.count <= SavedFilters.longestName,
            query.utf8.count <= SavedFilters.longestQuery,
            TextFault(in: name, longest: SavedFilters.longestName) == nil
        else {
            return try await queue(
                visit,
                problem: visit.words("queue.save.unfit"),
                status: .unprocessableContent
            )
        }
        guard try await saved.save(name, query, for: visit.staff.id) else {
            return try await queue(visit, problem: visit.words("queue.save.full"), status: .conflict)
        }
        return try site.redirect(to: "/dispatch/" + query)
    }
}
