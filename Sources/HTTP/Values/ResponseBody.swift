/// What follows an answer's head.
package enum ResponseBody: Sendable {
    /// Nothing.
    case empty
    /// Bytes made for this answer; copied once when they are sent.
    case bytes([UInt8])
    /// Bytes kept for many answers; never copied, nor compressed again.
    case prepared(PreparedBody)
    /// An open file, sent by the kernel.
    case file(FileBody)
    /// Bytes written while they are sent, by a task of its own.
    case stream(ResponseStream)
    /// Server-sent events, until the client goes or the server stops.
    case events(EventSubscription)

    /// How many bytes will be sent; nil where that is not known beforehand.
    package var count: Int? {
        switch self {
        case .empty: 0
        case .bytes(let bytes): bytes.count
        case .prepared(let body): body.identity.count
        case .file(let file): file.count
        case .stream(let stream): stream.count
        case .events: nil
        }
    }
}
