import HTTP
import Threads

/// Asks other services over HTTP, on threads of its own (libcurl).
///
/// It speaks http and https, follows no redirect, uses no proxy of the environment, and keeps connections for the
/// next request. Cancelling the task ends its request.
package final class HTTPClient: Sendable {
    private let settings: HTTPClientSettings
    private let queue: Monitor<TransferQueue>

    /// Starts the threads; they end when the client is closed or nobody holds it any more.
    package init(_ settings: HTTPClientSettings) {
        self.settings = settings
        let queue = Monitor(TransferQueue(capacity: settings.queueCapacity))
        self.queue = queue
        for _ in 0..<max(1, settings.workers) {
            WorkerThread.start(named: settings.name) { TransferWorker(queue, settings).run() }
        }
    }

    deinit {
        close()
    }

    /// Sends a request and returns the answer, whatever its status.
    package func send(_ request: OutgoingRequest) async throws(HTTPClientError) -> IncomingResponse {
        let slot = JobSlot()
        let deadline = ContinuousClock.now + settings.deadline
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let job = TransferJob(request, deadline: deadline) { continuation.resume(returning: $0) }
                if slot.put(job) { job.cancel() }
                let refusal = queue.withLock { $0.submit(job) }
                if let refusal { return job.finish(.failure(refusal)) }
                queue.signal()
            }
        } onCancel: {
            guard let job = slot.cancel() else { return }
            job.cancel()
            // One that is under way is ended by its worker.
            if queue.withLock({ $0.remove(job) }) { job.finish(.failure(.cancelled)) }
        }
        return try outcome.get()
    }

    /// Fetches what is at an address; an answer other than success is thrown.
    package func get(_ url: String) async throws(HTTPClientError) -> IncomingResponse {
        let response = try await send(OutgoingRequest(.get, url))
        guard response.isSuccess else { throw .status(response.status) }
        return response
    }

    /// Takes no more requests and ends those that wait or are under way.
    package func close() {
        let waiting = queue.withLock { $0.close() }
        queue.signalAll()
        for job in waiting { job.finish(.failure(.closed)) }
    }
}
