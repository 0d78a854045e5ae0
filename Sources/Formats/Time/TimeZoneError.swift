/// Why bytes are no time zone that can be used.
package enum TimeZoneError: Error, Equatable, Sendable, CustomStringConvertible {
    /// They don't begin like a file of time zone data.
    case noTimeZone
    /// They end too early.
    case cutShort
    /// A count, an index or an order breaks RFC 9636, section 3.
    case inconsistent
    /// The rule for the future is not in the form of POSIX.
    case badFooter
    /// Its clock counts leap seconds, which UTC time stamps here don't.
    case countsLeapSeconds

    /// In plain words, safe to show.
    package var description: String {
        switch self {
        case .noTimeZone: "is no time zone data (TZif)"
        case .cutShort: "ends too early"
        case .inconsistent: "contradicts itself"
        case .badFooter: "has no readable rule for the future"
        case .countsLeapSeconds: "counts leap seconds, which a civil clock doesn't"
        }
    }
}
