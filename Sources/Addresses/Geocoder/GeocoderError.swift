import HTTPClient

/// Why the service that was asked for addresses brought none.
enum GeocoderError: Error, Equatable {
    /// It failed just now, or is not asked for a while because it failed before.
    case away
    /// It did not answer in time.
    case slow
    /// Whoever asked has gone.
    case cancelled

    init(_ error: HTTPClientError) {
        switch error {
        case .timedOut, .overloaded: self = .slow
        case .cancelled: self = .cancelled
        case .unreachable, .tooLarge, .broken, .status, .closed: self = .away
        }
    }
}
