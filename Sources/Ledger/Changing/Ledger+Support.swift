package import Formats
import PostgreSQL
package import Reports

extension Ledger {
    /// Counts somebody who says 'me too'; the same sender again changes nothing.
    ///
    /// `sender` is a keyed digest of 32 bytes, from which nobody learns who it was.
    ///
    /// - Throws: `NoSuchReport`, and `LedByAnother` where the voice belongs to the report that leads its group.
    package func support(
        _ number: ReportNumber,
        sender: [UInt8],
        at moment: Timestamp = .now
    ) async throws -> Report {
        try await change(number, at: moment) { report, session in
            if let leader = report.group.leader { throw LedByAnother(leader: leader) }
            let isFirst = try session.execute(
                """
                INSERT INTO report_supporter (report_id, sender, since)
                VALUES (\(report.id.uuid), \(sender), \(moment)) ON CONFLICT DO NOTHING
                """
            )
            guard isFirst == 1 else { return nil }
            return ReportChange(.supported, by: .resident) { $0.supporters += 1 }
        }
    }

    /// Keeps where somebody wants to be told how a report ends; the same sender again changes nothing.
    ///
    /// It is personal data: no event tells of it.
    ///
    /// - Throws: `NoSuchReport`, `TooManyFollowers`.
    package func follow(
        _ number: ReportNumber,
        sender: [UInt8],
        email: String?,
        phone: String?,
        at moment: Timestamp = .now
    ) async throws {
        _ = try await change(number, at: moment) { report, session in
            let others = try session.query(
                "SELECT count(*) FROM report_follower WHERE report_id = \(report.id.uuid)"
            ).one { try $0.decode(Int64.self, at: 0) }
            guard others < TooManyFollowers.most else { throw TooManyFollowers() }
            try session.execute(
                """
                INSERT INTO report_follower (report_id, sender, email, phone, since)
                VALUES (\(report.id.uuid), \(sender), \(email), \(phone), \(moment)) ON CONFLICT DO NOTHING
                """
            )
            return nil
        }
    }
}

/// The report is a member of a group: what is said of the matter is said to its leader.
package struct LedByAnother: Error, Sendable {
    package let leader: ReportNumber
}

/// So many follow a report that nobody more is taken.
package struct TooManyFollowers: Error, Sendable {
    static let most: Int64 = 10_000
}
