import Glibc

/// An operating system thread of our own, for work that blocks.
package enum WorkerThread {
    /// Starts a thread that runs the closure and ends with it.
    ///
    /// It receives no signals.
    ///
    /// - Parameters:
    ///   - name: what `ps` and debuggers show; the kernel keeps 15 bytes.
    ///   - body: what the thread does.
    package static func start(named name: String, _ body: @escaping @Sendable () -> Void) {
        let start = unsafe Unmanaged.passRetained(ThreadStart(name: name, body: body)).toOpaque()
        var everySignal = sigset_t()
        var previous = sigset_t()
        unsafe sigfillset(&everySignal)
        unsafe pthread_sigmask(SIG_SETMASK, &everySignal, &previous)
        var thread = pthread_t()
        let code = unsafe pthread_create(&thread, nil, runThread, start)
        unsafe pthread_sigmask(SIG_SETMASK, &previous, nil)
        // Only a process at its limits gets here; it could not serve anyone.
        precondition(code == 0, "no thread could be started")
        pthread_detach(thread)
    }

    /// Runs a closure on a thread made for it, and waits without blocking the caller's thread.
    package static func run<Value: Sendable>(
        named name: String,
        _ body: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            start(named: name) { continuation.resume(returning: body()) }
        }
    }

    /// Makes the current thread wait.
    package static func pause(_ duration: Duration) {
        let (seconds, attoseconds) = max(.zero, duration).components
        var rest = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        var left = timespec()
        while unsafe nanosleep(&rest, &left) == -1, errno == EINTR { rest = left }
    }
}

private final class ThreadStart: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }
}

private func runThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    let start = unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
    nameCurrentThread(start.name)
    start.body()
    return nil
}

// pthread_setname_np is a GNU extension that Swift does not see; the kernel's file does the same.
private func nameCurrentThread(_ name: String) {
    let file = unsafe open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    let bytes = Array(name.utf8.prefix(15))
    _ = unsafe write(file, bytes, bytes.count)
    close(file)
}
