import Threads

/// One thread's work: takes jobs from the queue and carries them out, one at a time.
struct TransferWorker {
    private let queue: Monitor<TransferQueue>
    private let settings: HTTPClientSettings

    init(_ queue: Monitor<TransferQueue>, _ settings: HTTPClientSettings) {
        self.queue = queue
        self.settings = settings
    }

    private enum Step {
        case job(TransferJob)
        case end
    }

    func run() {
        var transport = Transport()
        while true {
            let step = queue.wait { queue -> Step? in
                if let job = queue.next() { return .job(job) }
                return queue.isClosed ? .end : nil
            }
            guard case .job(let job)? = step else { return }
            if transport == nil { transport = Transport() }
            guard var held = transport.take() else {
                job.finish(.failure(.unreachable(reason: "out of memory")))
                continue
            }
            job.finish(held.carryOut(job, settings, isWanted: { stillWanted(job) }))
            transport = consume held
        }
    }

    /// Looks after the jobs that wait, since nobody else is awake when all workers are busy.
    private func stillWanted(_ job: TransferJob) -> HTTPClientError? {
        let (expired, isClosed) = queue.withLock { ($0.takeExpired(at: .now), $0.isClosed) }
        for job in expired { job.finish(.failure(.timedOut)) }
        if isClosed { return .closed }
        return job.isCancelled ? .cancelled : nil
    }
}
