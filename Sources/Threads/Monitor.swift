import Glibc

/// State behind a lock, with conditions that threads can wait on.
@safe package final class Monitor<State>: @unchecked Sendable {
    // Invariant: `state` is touched only with the mutex held.
    private var state: State
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let conditions: UnsafeMutablePointer<pthread_cond_t>
    private let count: Int

    package init(_ state: State, conditions count: Int = 1) {
        self.state = state
        self.count = count
        unsafe mutex = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe pthread_mutex_init(mutex, nil)
        unsafe conditions = .allocate(capacity: count)
        unsafe conditions.initialize(repeating: pthread_cond_t(), count: count)
        var attributes = pthread_condattr_t()
        unsafe pthread_condattr_init(&attributes)
        unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        for index in 0..<count { unsafe pthread_cond_init(conditions + index, &attributes) }
        unsafe pthread_condattr_destroy(&attributes)
    }

    deinit {
        for index in 0..<count { unsafe pthread_cond_destroy(conditions + index) }
        unsafe conditions.deallocate()
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    package func withLock<Value, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return try body(&state)
    }

    /// Waits until `poll` returns something; nil when the deadline comes first.
    package func wait<Value>(
        on condition: Int = 0,
        until deadline: ContinuousClock.Instant? = nil,
        _ poll: (inout State) -> Value?
    ) -> Value? {
        precondition(condition < count)
        let limit = deadline.map { timespec(monotonic: $0) }
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while true {
            if let value = poll(&state) { return value }
            if var limit {
                let code = unsafe pthread_cond_timedwait(conditions + condition, mutex, &limit)
                if code == ETIMEDOUT { return poll(&state) }
            } else {
                unsafe pthread_cond_wait(conditions + condition, mutex)
            }
        }
    }

    /// Wakes one waiter of a condition.
    package func signal(_ condition: Int = 0) {
        precondition(condition < count)
        unsafe pthread_cond_signal(conditions + condition)
    }

    /// Wakes the waiters of every condition.
    package func signalAll() {
        for index in 0..<count { unsafe pthread_cond_broadcast(conditions + index) }
    }
}

extension timespec {
    /// The moment on the clock that the conditions go by.
    fileprivate init(monotonic instant: ContinuousClock.Instant) {
        let (seconds, attoseconds) = max(.zero, ContinuousClock.now.duration(to: instant)).components
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        let nanoseconds = now.tv_nsec + Int(attoseconds / 1_000_000_000)
        // Beyond a year is as good as never, and cannot overflow.
        self.init(
            tv_sec: now.tv_sec + Int(min(seconds, 31_536_000)) + nanoseconds / 1_000_000_000,
            tv_nsec: nanoseconds % 1_000_000_000
        )
    }
}
