package import Formats
import PostgreSQL
package import Reports

/// There is nothing to take back: it was somebody else's, too long ago, or taken back already.
package struct NothingToUndo: Error, Sendable {
    /// Says just that.
    package init() {}
}

/// Somebody did something to the report since, so that nothing is taken back.
package struct ChangedSince: Error, Sendable {}

extension Ledger {
    /// For so long somebody may take back what they did.
    package static let undoTime = Duration.seconds(600)

    /// Takes back what an account did at once, from every report that nobody has touched since.
    ///
    /// The events stay, and one more tells that it was taken back; the report stands as it stood before.
    ///
    /// - Throws: `NothingToUndo`.
    package func undo(
        _ change: ReportIdentifier,
        by actor: Actor,
        staff: Int,
        at moment: Timestamp = .now
    ) async throws -> DeskOutcome {
        let numbers = try await database.write { session in
            let earliest = moment.advanced(bySeconds: -Ledger.undoTime.components.seconds)
            let claimed = try session.execute(
                """
                UPDATE desk_change SET undone_at = \(moment)
                WHERE id = \(change.uuid) AND staff = \(Int32(clamping: staff)) AND undone_at IS NULL
                    AND at >= \(earliest)
                """
            )
            guard claimed == 1 else { throw NothingToUndo() }
            return try session.query(
                """
                SELECT r.number FROM desk_change_report c JOIN report r ON r.id = c.report_id
                WHERE c.change_id = \(change.uuid) ORDER BY r.number
                """
            ).map { try $0.decode(String.self, at: 0) }
        }
        var outcome = DeskOutcome()
        for number in numbers.compactMap({ ReportNumber(parsing: $0) }) {
            do {
                _ = try await changes(number, at: moment) { report, session in
                    try Ledger.undone(report, change, by: actor, at: moment, session)
                }
                outcome.done.append(number)
            } catch let error as ChangedSince {
                outcome.refused.append((number, error))
            }
        }
        return outcome
    }

    private static func undone(
        _ report: Report,
        _ change: ReportIdentifier,
        by actor: Actor,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> Report {
        guard let (before, version) = try DeskMemory.recall(report, from: change, session) else {
            return report
        }
        guard report.version == version else { throw ChangedSince() }
        if report.group.members > 0, before.status.isOpen != report.status.isOpen {
            try tellMembers(of: report, becoming: before.status, by: actor, at: moment, in: session)
        }
        try DeskMemory.showPhotos(of: report, asBefore: change, session)
        let photos = try photos(of: report, session)
        var undoing = ReportChange(.undone, by: actor) { report in
            report = before
            report.photos = photos
        }
        // Nobody is told that something was taken back of which they were not told.
        undoing.isPublic = try DeskMemory.wasPublic(version, of: report, session)
        return try write(undoing, to: report, at: moment, in: session)
    }

    /// Forgets what can no longer be taken back.
    package func forgetDeskChanges(olderThan age: Duration = .seconds(86_400), now: Timestamp = .now)
        async throws
    {
        let moment = now.advanced(bySeconds: -age.components.seconds)
        _ = try await database.write { session in
            try session.execute("DELETE FROM desk_change WHERE at < \(moment)")
        }
    }
}
