import Glibc

/// Time that never goes back; its start has no meaning.
enum MonotonicClock {
    /// Nanoseconds.
    static var nanoseconds: Int64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// Milliseconds.
    static var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
