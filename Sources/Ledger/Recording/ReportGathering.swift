import PostgreSQL
import Reports
import Synchronization

/// Gathers the reports that come while others are being written, and writes them with one statement and one commit.
///
/// Nobody waits for company: a report that finds a writer free goes at once. Of what a statement costs the server, most
/// is the same for one report and for many.
final class ReportGathering: Sendable {
    private struct Waiting {
        let draft: ReportDraft
        let continuation: CheckedContinuation<Ledger.Recorded?, any Error>
    }

    private struct State {
        var waiting: [Waiting] = []
        var writers = 0

        /// Takes the oldest of those that wait, and what may be written together with it; who comes later about a place
        /// stays behind, so that a storm of reports on one spot holds up nobody elsewhere.
        mutating func takeGroup() -> [Waiting] {
            let looked = waiting.prefix(ReportGathering.mostLookedAt)
            let places = DraftGroup.first(of: looked.map(\.draft), most: ReportGathering.mostInGroup)
            let group = places.map { waiting[$0] }
            for place in places.reversed() { waiting.remove(at: place) }
            return group
        }
    }

    private enum Step {
        case write, wait, refuse
    }

    private static let mostInGroup = 32
    /// So many of those that wait are looked through for what may be written together.
    private static let mostLookedAt = 96
    private static let mostWriters = 2
    private static let mostWaiting = 2_048

    private let state = Mutex(State())
    private let write: @Sendable ([ReportDraft]) async -> [Result<Ledger.Recorded?, any Error>]

    /// - Parameter write: writes a group of which no two can be about one matter, and answers for each in order; nil for
    ///   those that were refused with others, for which another may be to blame.
    init(write: @escaping @Sendable ([ReportDraft]) async -> [Result<Ledger.Recorded?, any Error>]) {
        self.write = write
    }

    /// Writes a plain report together with whatever else waits.
    ///
    /// - Returns: nil if the group was refused, for which another report may be to blame: nothing was written.
    func record(_ draft: ReportDraft) async throws -> Ledger.Recorded? {
        try await withCheckedThrowingContinuation { continuation in
            switch enter(Waiting(draft: draft, continuation: continuation)) {
            case .wait: break
            case .refuse: continuation.resume(throwing: DatabaseError.overloaded(retryAfter: .seconds(1)))
            // Ends when nobody waits. It is nobody's child: a sender that goes away must not take the others along.
            case .write: Task { await self.writeAll() }
            }
        }
    }

    private func enter(_ one: Waiting) -> Step {
        state.withLock { state in
            guard state.waiting.count < ReportGathering.mostWaiting else { return .refuse }
            state.waiting.append(one)
            guard state.writers < ReportGathering.mostWriters else { return .wait }
            state.writers += 1
            return .write
        }
    }

    private func nextGroup() -> [Waiting] {
        state.withLock { state in
            let group = state.takeGroup()
            if group.isEmpty { state.writers -= 1 }
            return group
        }
    }

    private func writeAll() async {
        var group = nextGroup()
        while !group.isEmpty {
            let results = await write(group.map(\.draft))
            for (one, result) in zip(group, results) { one.continuation.resume(with: result) }
            group = nextGroup()
        }
    }
}
