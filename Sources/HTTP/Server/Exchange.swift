import CMicrohttpd
import Formats
import Synchronization

/// One request and its answer, from the first line to the last byte.
///
/// The library calls it on the connection's event loop; the task that answers, the reaper and the stop reach it from
/// other threads through `work` and `gate` only.
@safe final class Exchange: @unchecked Sendable {
    // Invariant: all `var`s are touched on the event loop's thread only; everything else is Sendable by itself.

    /// What the library's next call means.
    enum Step {
        /// The head is complete.
        case head
        /// The body comes, or is complete.
        case body
        /// A task answers.
        case answering
        /// The answer is the library's.
        case answered
    }

    /// What other threads may touch.
    struct Work {
        /// What the event loop finds when it is woken.
        enum Outcome {
            case pending
            case answer(Response)
            /// The client is gone.
            case abandoned
        }

        var outcome = Outcome.pending
        var task: Task<Void, Never>?
        /// What the task answers.
        var target: Target?
        var reader: (any BodyReader)?
        var isOver = false
    }

    let core: ServerCore
    let connection: Connection
    let native: OpaquePointer
    let gate: Gate
    let work = Mutex(Work())

    var step = Step.head
    var target: [UInt8]
    /// Where the bytes of the target lay, to be compared with and never read.
    private let targetAddress: UInt
    var request: Request?
    var route: Route?
    /// The answer, where it is known before the body has come.
    var verdict: Response?
    var body: [UInt8] = []
    var bodyLimit = 0
    /// Why the body is thrown away, once it is.
    var refusal: Problem?
    /// How many of the body's bytes are counted as held.
    var heldBytes = 0
    var discarded = 0
    var startedAt: Int64 = 0
    var status: Status?
    var bodyBytes: Int?
    /// Whether the answer is a stream of events.
    var isFollowing = false

    init(core: ServerCore, connection: Connection, native: OpaquePointer, target: UnsafeRawBufferPointer) {
        self.core = core
        self.connection = connection
        unsafe self.native = native
        unsafe gate = Gate(native)
        self.target = unsafe Array(target)
        targetAddress = UInt(bitPattern: target.baseAddress)
    }

    deinit {
        // The task that answers has the body, and may live longer than the connection.
        releaseBody()
    }

    /// The body's bytes are no longer held.
    func releaseBody() {
        guard heldBytes > 0, let request else { return }
        core.heldBodies.give(heldBytes, from: request.origin.client.network)
        heldBytes = 0
    }

    /// Whether the version follows the target after one space: else a NUL hid a part of the first line, which the
    /// library reads as the target's end.
    func isFollowed(by version: UnsafePointer<CChar>?) -> Bool {
        UInt(bitPattern: version) == targetAddress &+ UInt(target.count) &+ 1
    }

    /// The request is over, answered or not.
    func finish(isComplete: Bool) {
        let (task, reader) = work.withLock { work in
            work.isOver = true
            defer {
                work.task = nil
                work.reader = nil
            }
            return (work.task, work.reader)
        }
        gate.seal()
        task?.cancel()
        reader?.abandon()
        connection.set(nil)
        connection.awaitHead(now: MonotonicClock.milliseconds, idle: core.limits.idle.milliseconds)
        report(isComplete: isComplete)
    }

    private func report(isComplete: Bool) {
        guard let request else {
            // The library refused the head by itself, or the client left while it was sending it.
            if step == .head { core.observe(.malformedRequest(.unreadable)) }
            return
        }
        let record = RequestRecord(
            id: request.id,
            method: request.method,
            route: route?.pattern.text,
            status: status,
            duration: .nanoseconds(MonotonicClock.nanoseconds - startedAt),
            bodyBytes: bodyBytes,
            isComplete: isComplete,
            isFollowing: isFollowing
        )
        core.observe(.requestFinished(record))
    }
}

extension Exchange {
    /// The client is gone: whatever is being done for it ends.
    ///
    /// On any thread.
    func hangUp() {
        end(with: .abandoned)
    }

    /// The task took too long: it is cancelled, and the client told.
    ///
    /// On any thread.
    func expire() {
        let path = work.withLock { $0.target?.path } ?? "/"
        end(with: .answer(core.router.answer(to: .deadline, at: path, in: .pl, requestID: nil)))
    }

    /// Ends a stream of events in good order; false if it is something else that is sent.
    ///
    /// On any thread.
    func endEvents() -> Bool {
        guard let events = work.withLock({ $0.reader }) as? EventReader else { return false }
        events.finish()
        return true
    }

    private func end(with outcome: Work.Outcome) {
        let (task, reader) = work.withLock { work in
            if case .pending = work.outcome { work.outcome = outcome }
            return (work.task, work.reader)
        }
        task?.cancel()
        reader?.abandon()
        gate.wake()
    }
}
