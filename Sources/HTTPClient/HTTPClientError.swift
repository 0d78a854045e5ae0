/// Why a request to another service brought nothing, by what can be done about it.
///
/// No case holds the address or the body: both may say something of a person.
package enum HTTPClientError: Error, Equatable, Sendable {
    /// No connection came about: the name, the port or the certificate. Nothing was sent.
    case unreachable(reason: String)
    /// The deadline came first; whether the service acted is not known.
    case timedOut
    /// The answer has more bytes than are taken.
    case tooLarge(limit: Int)
    /// The answer is no HTTP, or broke off.
    case broken(reason: String)
    /// The service answered, but not with success.
    case status(Int)
    /// Too many requests are waiting already; it was not sent.
    case overloaded
    /// The task was cancelled.
    case cancelled
    /// The client has been closed.
    case closed
}

extension HTTPClientError: CustomStringConvertible {
    /// The case in words, without anything of the request.
    package var description: String {
        switch self {
        case .unreachable(let reason): "the service cannot be reached (\(reason))"
        case .timedOut: "the service did not answer in time"
        case .tooLarge(let limit): "the answer has more than \(limit) bytes"
        case .broken(let reason): "the answer is broken (\(reason))"
        case .status(let status): "the service answered \(status)"
        case .overloaded: "too many requests are waiting"
        case .cancelled: "the request was given up"
        case .closed: "the client is closed"
        }
    }
}
