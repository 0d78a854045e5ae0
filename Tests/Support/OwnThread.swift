import Glibc

/// Runs blocking work on a thread of its own, so that the tests' sockets never hold up Swift's pool.
package func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        let job = Job { continuation.resume(with: Result { try work() }) }
        var thread = pthread_t()
        let held = unsafe Unmanaged.passRetained(job)
        let code = unsafe pthread_create(&thread, nil, runJob, held.toOpaque())
        if code == 0 {
            pthread_detach(thread)
        } else {
            unsafe held.release()
            continuation.resume(throwing: ClientError.noThread)
        }
    }
}

private final class Job: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) {
        self.work = work
    }
}

private func runJob(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context else { return nil }
    unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work()
    return nil
}
