/// Who works on what in a pool: decides, and does nothing itself.
///
/// No clock, lock or socket is inside.
///
/// A worker is asleep (no connection) → connecting → idle ⇄ assigned → busy → idle …, and falls back to
/// asleep or connecting when its connection is lost. While jobs wait, no worker is idle.
struct PoolState<Job> {
    typealias Instant = ContinuousClock.Instant

    /// A job with what the pool knows about it.
    struct Entry {
        let id: UInt64
        let job: Job
        let submitted: Instant
        var deadline: Instant
        /// How many times a connection broke under it.
        var returns = 0
    }

    enum Worker {
        case asleep, connecting, idle
        case assigned(Entry)
        case busy(UInt64)
        case gone
    }

    let settings: PoolSettings
    var workers: [Worker]
    /// Idle workers, the one that worked last on top.
    var idle: [Int] = []
    var queue = JobQueue<Entry>()
    /// Since when connecting has been failing, with no success in between.
    var downSince: Instant?
    var closeDeadline: Instant?

    init(_ settings: PoolSettings) {
        self.settings = settings
        workers = Array(repeating: .asleep, count: max(1, settings.workers))
        workers[0] = .connecting
    }

    var isClosing: Bool { closeDeadline != nil }

    var connectedCount: Int {
        workers.count {
            switch $0 {
            case .idle, .assigned, .busy: true
            default: false
            }
        }
    }

    var busy: [(worker: Int, id: UInt64)] {
        workers.enumerated().compactMap { index, worker in
            if case .busy(let id) = worker { (index, id) } else { nil }
        }
    }

    var connectingCount: Int {
        workers.count { if case .connecting = $0 { true } else { false } }
    }

    /// No connection can be had, and for so long that waiting makes no sense.
    func isAway(_ now: Instant) -> Bool {
        guard let downSince, connectedCount == 0 else { return false }
        return downSince.duration(to: now) >= settings.outagePatience
    }

    /// How long to let a refused caller wait: about as long as an outage or a queue takes to pass.
    func refusal(_ now: Instant) -> DatabaseError {
        if isClosing { return .closed }
        return connectedCount == 0
            ? .unavailable(retryAfter: .seconds(2)) : .overloaded(retryAfter: .seconds(1))
    }
}
