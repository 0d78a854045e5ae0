package import Formats
package import Reports

/// A report with the history that it has behind it already, for writing many at once.
package struct BulkReport: Sendable {
    /// A status that it reached: when, by whom, and why.
    package struct Stage: Sendable, Equatable {
        package let status: ReportStatus
        package let at: Timestamp
        package let actor: Actor
        package let reason: ClosingReason?

        package init(
            _ status: ReportStatus,
            at moment: Timestamp,
            by actor: Actor,
            reason: ClosingReason? = nil
        ) {
            self.status = status
            at = moment
            self.actor = actor
            self.reason = reason
        }
    }

    let id: ReportIdentifier
    let report: NewReport
    /// What came after it was received, in its order.
    let stages: [Stage]
    let supporters: Int

    package init(id: ReportIdentifier, report: NewReport, stages: [Stage], supporters: Int) {
        self.id = id
        self.report = report
        self.stages = stages
        self.supporters = supporters
    }

    var status: ReportStatus { stages.last?.status ?? .received }
    var updated: Timestamp { stages.last?.at ?? report.created }
    var closings: Closings {
        stages.reduce(into: Closings()) { closings, stage in closings.reach(stage.status, at: stage.at) }
    }
    var reason: ClosingReason? { stages.last?.reason }
    var firstActed: Timestamp? { stages.first { $0.actor.role == .unit || $0.actor.role == .centre }?.at }
    var waitingSince: Timestamp? { status == .waiting ? updated : nil }
    var version: Int32 { Int32(clamping: 1 + stages.count) }
}
