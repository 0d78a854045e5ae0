/// How long an account waits after wrong passwords and codes.
///
/// Five in a row cost nothing; each further one doubles the wait, from a quarter of a minute to a quarter of
/// an hour. So guessing goes no faster than a hundred times a day, and who has mistyped waits seconds.
package enum LockOut {
    /// How many failures in a row cost nothing.
    package static let free = 5
    private static let first: Int64 = 15
    private static let longest: Int64 = 900

    /// Seconds to wait after so many failures in a row.
    package static func seconds(afterFailures failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        // Six doublings are beyond the longest wait; more would leave the range of numbers.
        return min(longest, first << Int64(min(failures - free, 6)))
    }
}
