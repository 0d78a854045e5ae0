package import Formats
import PostgreSQL
package import Reports
package import Territory

/// What came of a step that was taken with all members of a group.
package struct MemberSteps: Sendable, Equatable {
    /// How many took it.
    package var taken: Int
    /// Those that could not, because of where they stand or whose they are; at most some hundreds are named.
    package var left: [ReportNumber]

    /// Counts and names.
    package init(taken: Int = 0, left: [ReportNumber] = []) {
        self.taken = taken
        self.left = left
    }

    static let mostNamed = 500
}

extension Ledger {
    /// So many members take a step in one transaction.
    private static let membersAtOnce: Int64 = 250

    /// Takes a step with every open member of a group that can take it, each by the rules of its own.
    ///
    /// What has been taken stays taken if it fails on the way; asking again goes on where it stopped.
    ///
    /// - Throws: `NoSuchReport`.
    package func stepMembers(
        of number: ReportNumber,
        _ request: StepRequest,
        by actor: Actor,
        in city: City,
        at moment: Timestamp = .now
    ) async throws -> MemberSteps {
        var outcome = MemberSteps()
        var after = ""
        while true {
            let (page, last) = try await database.write { [after] session in
                try Ledger.stepPage(
                    of: number,
                    after: after,
                    request,
                    by: actor,
                    in: city,
                    at: moment,
                    session
                )
            }
            outcome.taken += page.taken
            outcome.left += page.left.prefix(max(0, MemberSteps.mostNamed - outcome.left.count))
            guard let last else { return outcome }
            after = last
        }
    }

    private static func stepPage(
        of number: ReportNumber,
        after: String,
        _ request: StepRequest,
        by actor: Actor,
        in city: City,
        at moment: Timestamp,
        _ session: borrowing Session
    ) throws -> (MemberSteps, last: String?) {
        guard let leader = try GroupRows.identifier(of: number, in: session) else { throw NoSuchReport() }
        try GroupRows.lockLinks(in: session)
        let numbers = try session.query(
            """
            WITH \(MemberTree.below(ReportIdentifier(leader)))
            SELECT r.number FROM tree JOIN report r ON r.id = tree.id
            WHERE r.number > \(after) AND r.closed_at IS NULL ORDER BY r.number LIMIT \(membersAtOnce)
            """
        ).map { try $0.decode(String.self, at: 0) }
        var outcome = MemberSteps()
        for text in numbers {
            guard let number = ReportNumber(parsing: text), let member = try locked(number, in: session)
            else {
                throw BrokenRow(table: "report", column: "number")
            }
            do {
                let change = try change(of: member, by: request, actor: actor, in: city, at: moment, session)
                _ = try write(change, to: member, at: moment, in: session)
                outcome.taken += 1
            } catch is StepRefused {
                outcome.left.append(number)
            } catch is NotTheUnits {
                outcome.left.append(number)
            }
        }
        return (outcome, numbers.count == Int(membersAtOnce) ? numbers.last : nil)
    }
}
