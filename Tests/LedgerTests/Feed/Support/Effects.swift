import PostgreSQL
import Testing

@testable import Ledger

/// What followers did, in the order in which they did it; a thing done twice stands there twice.
extension Database {
    func keepEffects() async throws {
        try await write { session in
            try session.run(
                unsafeScript: """
                    CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, follower text, report_id uuid,
                        version integer, sequence bigint)
                    """
            )
        }
    }
}

extension Session {
    /// What a follower does in these tests.
    func keep(_ events: some Sequence<FeedEvent>, of follower: String) throws {
        for event in events {
            try execute(
                """
                INSERT INTO effect (follower, report_id, version, sequence)
                VALUES (\(follower), \(event.report.uuid), \(Int32(clamping: event.version)), \(event.place.sequence))
                """
            )
        }
    }
}

extension DurableFollower {
    /// Handles what there is until it has had so many effects in all; other tests may hold the horizon for a while.
    func follow(_ database: Database, until count: Int64) async throws {
        while true {
            let step = try await advance { [name] session, events in try session.keep(events, of: name) }
            let done = try await database.count("SELECT count(*) FROM effect WHERE follower = \(name)")
            if done >= count, step == .idle {
                #expect(done == count)
                return
            }
            if step == .idle { try await Task.sleep(for: .milliseconds(2)) }
        }
    }
}
