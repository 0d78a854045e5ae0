/// One method of one path, with what answers it.
final class Route: Sendable {
    let method: Method
    let pattern: PathPattern
    private let bodyLimit: Int
    private let formLimit: Int
    let handler: Handler
    let group: RouteGroup.Rules

    init(
        _ method: Method,
        _ pattern: PathPattern,
        bodyLimit: Int,
        formLimit: Int?,
        handler: Handler,
        group: RouteGroup.Rules
    ) {
        self.method = method
        self.pattern = pattern
        self.bodyLimit = bodyLimit
        self.formLimit = formLimit ?? bodyLimit
        self.handler = handler
        self.group = group
    }

    /// The longest body that a request may have, by what it calls its body.
    func bodyLimit(of request: Request) -> Int {
        formLimit != bodyLimit && request.isForm ? formLimit : bodyLimit
    }
}

/// The two ways of answering.
package enum Handler: Sendable {
    /// Answered at once on the event loop's thread: it must neither block nor compute for long (a millisecond).
    case inline(@Sendable (Request) throws -> Response)
    /// Answered by a task, while the connection waits. The task is cancelled when the connection dies, when its time
    /// is up and when the server's patience at its stop is over; what it returns after that is dropped.
    case task(@Sendable (Request) async throws -> Response)
}
