package import Formats
import PostgreSQL
package import Reports
package import Territory

extension Ledger {
    /// Takes what another system tells of a report: the steps that lead to its status, and what is said with the last.
    ///
    /// The same update again changes nothing, and one that is older than what is known is refused: systems send again,
    /// and not always in order.
    ///
    /// Answers with the report, and whether the update is a new one.
    ///
    /// - Throws: `UpdateRefused`, `NoSuchReport`, `NotTheUnits`, `StepRefused`.
    package func take(
        _ update: PostedUpdate,
        of number: ReportNumber,
        by actor: Actor,
        in city: City,
        at moment: Timestamp = .now
    ) async throws -> (Report, isNew: Bool) {
        let happened = update.at ?? moment
        guard happened <= moment.advanced(bySeconds: PostedUpdate.clockSkew) else {
            throw UpdateRefused.inTheFuture
        }
        let (report, isNew, isChanged) = try await database.write { session -> (Report, Bool, Bool) in
            guard let report = try Ledger.locked(number, in: session) else { throw NoSuchReport() }
            try actor.mayHandle(report)
            if try update.isTaken(as: number, in: session) { return (report, false, false) }
            try update.requireNewest(happened, of: report, in: session)
            let changed = try Ledger.write(update, to: report, by: actor, in: city, at: moment, session)
            try update.remember(happened, from: report, to: changed, in: session)
            return (changed, true, changed.version > report.version)
        }
        if isChanged { published([ReportMark(report)]) }
        return (report, isNew)
    }

    private static func write(
        _ update: PostedUpdate,
        to report: Report,
        by actor: Actor,
        in city: City,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> Report {
        let note = update.text.map { Note($0, isPublic: true) }
        let steps = update.judge(report).map { $0.steps(of: report, by: actor, note: note) } ?? []
        var report = report
        for request in steps {
            let change = try Ledger.stepped(
                report,
                by: request,
                actor: actor,
                in: city,
                at: moment,
                session
            )
            report = try Ledger.write(change, to: report, at: moment, in: session)
        }
        guard steps.isEmpty, let note else { return report }
        var change = ReportChange(.note, by: actor)
        change.note = note
        return try Ledger.write(change, to: report, at: moment, in: session)
    }
}

extension PostedUpdate.Judgement {
    /// The steps to its status, the last of which says why and what is said.
    fileprivate func steps(of report: Report, by actor: Actor, note: Note?) -> [StepRequest] {
        let last = StepRequest(to: status, reason: reason?.rawValue, note: note)
        guard
            let way = HandlingTable.standard.way(
                of: report.kind,
                from: report.status,
                to: status,
                by: actor.role
            ), !way.isEmpty
        else { return [last] }
        return way.dropLast().map { StepRequest(to: $0.to) } + [last]
    }
}

extension PostedUpdate {
    /// Whether it was taken before.
    fileprivate func isTaken(as number: ReportNumber, in session: borrowing Session) throws -> Bool {
        let content = try session.query(
            "SELECT content FROM posted_update WHERE key_id = \(Int32(clamping: key)) AND name = \(name)"
        ).first { try $0.decode([UInt8].self, at: 0) }
        guard let content else { return false }
        guard content == self.content(of: number) else { throw UpdateRefused.nameTaken }
        return true
    }

    /// Throws if something that happened later is known: a status that others gave it, or an update from elsewhere.
    ///
    /// Many systems know the second only.
    fileprivate func requireNewest(
        _ happened: Timestamp,
        of report: Report,
        in session: borrowing Session
    ) throws {
        let known = try session.query(
            """
            SELECT greatest(
                (SELECT max(happened_at) FROM posted_update WHERE report_id = \(report.id.uuid)),
                (SELECT max(e.at) FROM report_event e WHERE e.report_id = \(report.id.uuid) AND e.what = 'status'
                    AND NOT EXISTS (SELECT FROM posted_update p WHERE p.report_id = e.report_id
                        AND e.version BETWEEN p.first_version AND p.last_version))
            )
            """
        ).one { try $0.decode(Timestamp?.self, at: 0) }
        if let known, happened.seconds < known.seconds { throw UpdateRefused.tooLate(known: known) }
    }

    fileprivate func remember(
        _ happened: Timestamp,
        from before: Report,
        to after: Report,
        in session: borrowing Session
    ) throws {
        let isChanged = after.version > before.version
        let inserted = try session.execute(
            """
            INSERT INTO posted_update (key_id, name, content, report_id, first_version, last_version, happened_at)
            VALUES (\(Int32(clamping: key)), \(name), \(content(of: after.number)), \(after.id.uuid),
                \(isChanged ? Int32(clamping: before.version + 1) : nil), \(isChanged ? Int32(clamping: after.version) : nil),
                \(happened))
            ON CONFLICT DO NOTHING
            """
        )
        // The same name at the same moment for another report: whoever came first has it.
        guard inserted == 1 else { throw UpdateRefused.nameTaken }
    }
}
