/// What a listener tells its consumer.
package enum ListenerEvent: Sendable, Equatable {
    /// All channels are heard from now on; what was sent before may have been missed, so catch up.
    case connected
    case notification(channel: String, payload: String)
    /// Nothing is heard until the next `connected`.
    case disconnected
}
