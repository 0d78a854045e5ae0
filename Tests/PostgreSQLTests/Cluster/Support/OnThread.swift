import Glibc

/// Runs blocking work on a thread of its own, so that the pool's two threads stay free for other tests.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        let work = Work { continuation.resume(with: Result(catching: body)) }
        var thread = pthread_t()
        let lent = unsafe Unmanaged.passRetained(work).toOpaque()
        guard unsafe pthread_create(&thread, nil, runWork, lent) == 0 else { fatalError("no thread") }
        pthread_detach(thread)
    }
}

private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}

private func runWork(_ lent: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let lent = unsafe lent else { return nil }
    unsafe Unmanaged<Work>.fromOpaque(lent).takeRetainedValue().body()
    return nil
}
