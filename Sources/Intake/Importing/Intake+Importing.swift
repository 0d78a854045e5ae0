import Cryptography
package import Formats
import Ledger
package import Reports
import Territory

/// What becomes of a list of reports.
package struct ImportOutcome: Sendable {
    /// One report of the list, as the city's rules place it.
    package struct Line: Sendable, Equatable {
        package let line: Int
        /// The number, once it is kept.
        package var number: ReportNumber?
        package let category: String
        package let district: String
        package let unit: String
        /// Its name in the list it came from.
        package let reference: String?
    }

    package var lines: [Line] = []
    package var problems: [ImportProblem] = []
    /// Whether the reports were taken in before, by the same list.
    package var wasKnown = false
}

extension Intake {
    /// Checks a list and places each of its reports, and keeps nothing.
    package func rehearse(
        _ sheet: ImportSheet,
        by actor: Actor,
        at now: Timestamp = .now
    ) async throws -> ImportOutcome {
        try await check(sheet, by: actor, at: now).outcome
    }

    /// Takes in a whole list, or nothing of it: every line is checked first, and all are written in one transaction.
    ///
    /// The same file again gives the same numbers for seven days, and is kept once.
    package func take(
        _ sheet: ImportSheet,
        from file: [UInt8],
        by actor: Actor,
        at now: Timestamp = .now
    ) async throws -> ImportOutcome {
        let checked = try await check(sheet, by: actor, at: now)
        var outcome = checked.outcome
        guard outcome.problems.isEmpty else { return outcome }
        let digest = SHA256.digest(of: file).bytes
        let requests = checked.reports.indices.map { index in
            let line = Array("\(outcome.lines[index].line)".utf8)
            return NamedRequest(
                name: SHA256.digest(of: Array("import ".utf8) + digest + line).bytes,
                content: digest
            )
        }
        let recorded = try await ledger.recordAll(zip(checked.reports, requests).map { ($0, $1) })
        for (index, recorded) in recorded.enumerated() {
            outcome.lines[index].number = recorded.receipt.number
            if case .repeated = recorded { outcome.wasKnown = true }
        }
        return outcome
    }

    private func check(
        _ sheet: ImportSheet,
        by actor: Actor,
        at now: Timestamp
    ) async throws -> (reports: [NewReport], outcome: ImportOutcome) {
        let city = city.value
        var outcome = ImportOutcome()
        outcome.problems = sheet.problems
        var reports: [NewReport] = []
        for row in sheet.rows where outcome.problems.count < ImportSheet.mostProblems {
            do {
                let submission = try row.submission(by: actor, in: city.timeZone, at: now)
                // Nobody can be asked: what tells of a danger goes to the centre, before all else.
                let placed = try await place(submission, in: city, as: .unaskable, now: now)
                let new = newReport(submission, placed)
                reports.append(new)
                outcome.lines.append(
                    ImportOutcome.Line(
                        line: row.line,
                        category: new.category,
                        district: new.placement.district,
                        unit: new.placement.unit,
                        reference: row[.reference].map { String($0.prefix(200)) }
                    )
                )
            } catch let error as ImportProblems {
                outcome.problems += error.list
            } catch let refusal as SubmissionRefused {
                outcome.problems += refusal.problems.map { ImportProblem(line: row.line, $0) }
            }
        }
        return (reports, outcome)
    }
}
