import Cryptography
import Formats
import HTTP
import Ledger
import Reports
import Territory

/// What happened to requests, both ways: `servicerequestupdates`.
extension Open311Door {
    func openUpdates(_ group: inout RouteGroup, _ format: GeoReportFormat) {
        let path = "/servicerequestupdates.\(format.rawValue)"
        group.get(path) { try await updates($0, format) }
        group.post(path) { try await takeUpdate($0, format) }
    }

    private func updates(_ request: Request, _ format: GeoReportFormat) async throws -> Response {
        try requireJurisdiction(request.query)
        let caller = try await caller(of: request)
        let city = city.value
        let audience = caller.audience(in: city)
        var reader = QueryReader(request.query)
        let window = TimeWindow(reading: &reader, now: .now)
        let page = PageChoice(reading: &reader)
        let isExtended = reader.flag("extensions")
        try reader.finishIgnoringOthers()
        let updates = try await ledger.updates(
            from: window.from,
            until: window.until,
            for: audience,
            toldBy: caller.key?.id,
            skipping: page.skipping,
            limit: page.limit
        )
        let showing = LineShowing(
            city: city,
            base: request.origin.base.text,
            language: request.language,
            isStaff: audience.isStaff
        )
        var response = format.response(reserving: 512 * (updates.count + 1)) { writer in
            writer.begin(list: "service_request_updates")
            for update in updates { writer.update(update, isExtended: isExtended, showing) }
            writer.end()
        }
        response.headers.add(.cacheControl, caller.key == nil ? "no-cache" : "no-store")
        return response
    }

    private func takeUpdate(_ request: Request, _ format: GeoReportFormat) async throws -> Response {
        let form = try form(of: request)
        let caller = try await self.caller(of: request, showing: form)
        let key = try caller.require(.unit, .report)
        try requireJurisdiction(form.fields)
        let said = try UpdateForm(parsing: form.fields)
        guard let number = said.number, let report = try await ledger.report(number),
            isSeen(report, by: caller)
        else { throw Problem.noSuchRequest }
        let isNew: Bool
        if let actor = caller.staff(on: report, in: city.value)?.through(.open311) {
            isNew = try await take(said, of: number, by: actor, with: key)
        } else {
            isNew = try await comment(said, on: report, by: caller)
        }
        var response = format.response(status: isNew ? .created : .ok) { writer in
            writer.begin(list: "service_request_updates")
            writer.begin(record: "request_update")
            writer.text("update_id", said.name)
            writer.end()
            writer.end()
        }
        response.headers.add(.cacheControl, "no-store")
        return response
    }

    /// A unit's system says where the report stands there.
    private func take(
        _ said: UpdateForm,
        of number: ReportNumber,
        by actor: Actor,
        with key: APIKey
    ) async throws -> Bool {
        let update = PostedUpdate(
            key: key.id,
            name: said.name,
            at: said.at,
            word: said.status?.rawValue,
            text: said.text
        ) { said.status?.judgement(of: $0, by: actor.role) }
        do {
            return try await ledger.take(update, of: number, by: actor, in: city.value).isNew
        } catch let refused as StepRefused {
            throw Problem.refused("status", refused.code, refused.detail)
        }
    }

    /// An app passes on what a resident has to add: it may say what it knows of the status, not change it.
    private func comment(_ said: UpdateForm, on report: Report, by caller: Caller) async throws -> Bool {
        let key = try caller.require(.report)
        let isTheSame = said.status.map { $0.judgement(of: report, by: .resident) == nil } ?? true
        guard isTheSame else { throw Problem.notYours }
        guard let text = said.text else {
            throw Problem.refused("description", "missing", .missingWords)
        }
        let named = NamedRequest(
            name: SHA256.digest(of: "open311 update\n\(key.id)\n\(said.name)").bytes,
            content: SHA256.digest(of: "comment\n\(report.number)\n\(text)").bytes
        )
        let commented = try await ledger.comment(
            report.number,
            text,
            by: Actor(.resident, through: .open311),
            as: named
        )
        return commented.version > report.version
    }
}

extension LocalizedText {
    fileprivate static let missingWords = LocalizedText(pl: "Brakuje tekstu.", en: "The text is missing.")
}
