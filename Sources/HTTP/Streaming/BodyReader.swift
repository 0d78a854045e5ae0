/// A body that is made while it is sent; the event loop asks it for bytes.
protocol BodyReader: AnyObject, Sendable {
    /// Names what must be called when there is something to read again; called once, before the first `read`.
    func attach(waking: @escaping @Sendable () -> Void)

    /// Fills the buffer from its start; called on the event loop's thread, and never blocks.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> BodyReadResult

    /// Lets the reader look at the clock, in milliseconds; called now and then on the watch thread.
    func tick(now: Int64)

    /// Ends the body in good order: the server stops.
    func finish()

    /// The client is gone or was cut off; whoever makes the bytes should stop. May be called more than once.
    func abandon()
}

/// What there was to read.
enum BodyReadResult: Equatable {
    /// So many bytes.
    case bytes(Int)
    /// Nothing yet.
    case wait
    /// Nothing ever again: the body is complete.
    case end
    /// The body will never be complete: the connection must be cut, so that the client knows.
    case failure
}
