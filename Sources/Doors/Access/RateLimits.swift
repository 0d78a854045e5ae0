package import HTTP
import Ledger
import Synchronization

/// How often each key and each address may ask, kept in the memory of one instance.
package final class RateLimits: Sendable {
    /// What a request is counted as.
    enum Use: String, Hashable, Sendable {
        case read, write
        /// A key that nobody has heard of.
        case guess
        /// A name, a password or a code of the staff.
        case signIn
    }

    /// Whom a request is counted for.
    enum Payer: Hashable, Sendable {
        case key(Int)
        /// An IPv4 address, or the first 64 bits of an IPv6 one.
        case network(IPAddress)
    }

    private struct Name: Hashable, Sendable {
        let payer: Payer
        let use: Use
    }

    /// More buckets than this are not kept at once.
    static let mostBuckets = 65_536

    private let rules: RateRules
    private let proxies: [AddressRange]
    private let clock: @Sendable () -> Int64
    private let buckets: Mutex<BucketTable<Name>>

    /// Limits by rules.
    ///
    /// - Parameters:
    ///   - rules: how often.
    ///   - proxies: who is not counted when asking for itself; whom it asks for, is.
    ///   - clock: nanoseconds that never go back.
    package init(
        _ rules: RateRules = RateRules(),
        proxies: [AddressRange] = [],
        clock: (@Sendable () -> Int64)? = nil
    ) {
        self.rules = rules
        self.proxies = proxies
        self.clock = clock ?? RateLimits.monotonic()
        buckets = Mutex(BucketTable(capacity: RateLimits.mostBuckets))
    }

    /// Counts a use of somebody who showed a key in force; returns how long to wait if it is one too many.
    func take(_ use: Use, by key: APIKey) -> Duration? {
        guard !key.scopes.contains(.import) else { return nil }
        return take(use, by: .key(key.id), use == .write ? rules.keyWrites : rules.reads)
    }

    /// Counts a use of an address; returns how long to wait if it is one too many.
    func take(_ use: Use, by address: IPAddress) -> Duration? {
        guard !proxies.contains(where: { $0.contains(address) }) else { return nil }
        let rate =
            switch use {
            case .read: rules.reads
            case .write: rules.writes
            case .guess: rules.guesses as Rate?
            case .signIn: rules.signIns as Rate?
            }
        return take(use, by: .network(address.network), rate)
    }

    private func take(_ use: Use, by payer: Payer, _ rate: Rate?) -> Duration? {
        guard let rate else { return nil }
        let now = clock()
        return buckets.withLock { $0.take(Name(payer: payer, use: use), rate, now: now) }
            .map { .nanoseconds($0) }
    }

    private static func monotonic() -> @Sendable () -> Int64 {
        let start = ContinuousClock.now
        return {
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        }
    }
}
