import PostgreSQL

/// What the feed is as one snapshot sees it: the epoch, the stretches of history, and how far they are complete.
struct FeedMoment: Sendable {
    /// The number of the epoch.
    let epoch: Int32
    let token: UInt64
    /// Every transaction below it has ended: no event can appear there any more.
    let horizon: UInt64
    /// No transaction at or above it is seen.
    let end: UInt64
    /// From the oldest to the one that is being written.
    let segments: [FeedSegment]

    /// Reads it in the snapshot of the statement; nil when the server is one that no epoch was begun for.
    static func now(in session: borrowing Session) throws -> FeedMoment? {
        try session.query(
            """
            SELECT pg_snapshot_xmin(seen.snapshot), pg_snapshot_xmax(seen.snapshot), e.number, e.token,
                e.identity = coalesce(feed_identity(), e.identity), e.sequence_floor, e.transaction_floor
            FROM (SELECT pg_current_snapshot() AS snapshot) AS seen, feed_epoch e ORDER BY e.number
            """
        ).map { try EpochRow($0) }.moment
    }
}

private struct EpochRow {
    let horizon: UInt64
    let end: UInt64
    let number: Int32
    let token: Int64
    let isHere: Bool
    let sequenceFloor: Int64
    let transactionFloor: UInt64

    init(_ row: borrowing Row) throws {
        horizon = try row.decode(at: 0)
        end = try row.decode(at: 1)
        number = try row.decode(at: 2)
        token = try row.decode(at: 3)
        isHere = try row.decode(at: 4)
        sequenceFloor = try row.decode(at: 5)
        transactionFloor = try row.decode(at: 6)
    }
}

extension [EpochRow] {
    /// Each epoch's floor ends the stretch before it; what is older than the first epoch is a stretch, too.
    fileprivate var moment: FeedMoment? {
        guard let latest = last, latest.isHere else { return nil }
        var segments: [FeedSegment] = []
        var floor: Int64 = 0
        for row in self {
            // An old stretch may end with events written here before anybody began the epoch, of any transaction.
            segments.append(
                FeedSegment(floor: floor, ceiling: row.sequenceFloor, firstTransaction: 0, horizon: .max)
            )
            floor = row.sequenceFloor
        }
        segments.append(
            FeedSegment(
                floor: floor,
                ceiling: .max,
                firstTransaction: latest.transactionFloor,
                horizon: latest.horizon
            )
        )
        return FeedMoment(
            epoch: latest.number,
            token: UInt64(bitPattern: latest.token),
            horizon: latest.horizon,
            end: latest.end,
            segments: segments
        )
    }
}
