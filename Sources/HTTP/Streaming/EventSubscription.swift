/// One client's wish to follow a source.
package struct EventSubscription: Sendable {
    let source: EventSource
    /// The id that the client says it heard last.
    let lastEventID: String?
    /// Whose stream it is, by a number that the source's owner gives; nil where that does not matter.
    let listener: Int?
    /// What a client hears that says nothing of the past.
    let greeting: @Sendable () -> ServerSentEvent
    /// What a client hears whose past is not known any more.
    let loss: @Sendable () -> ServerSentEvent
}
