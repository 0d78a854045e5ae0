/// Routes below one path that share their rules: who may read them, and what is checked first.
package struct RouteGroup {
    /// Runs on the event loop's thread when the head has been read, before the body is: it must be quick.
    ///
    /// What it throws is the answer.
    package typealias Check = @Sendable (Request) throws -> Void

    struct Rules: Sendable {
        var cors: CORS?
        var checks: [Check] = []
    }

    let prefix: String
    let rules: Rules
    private(set) var routes: [Route] = []

    init(prefix: String, rules: Rules) {
        self.prefix = prefix == "/" ? "" : prefix
        self.rules = rules
    }

    /// Adds a route; a GET also answers HEAD, and every path answers OPTIONS by itself.
    ///
    /// A form with files may be as long as `formLimit`, where that is more than `bodyLimit`.
    package mutating func add(
        _ method: Method,
        _ pattern: String,
        bodyLimit: Int,
        formLimit: Int? = nil,
        _ handler: Handler
    ) {
        let pattern = PathPattern(prefix.isEmpty ? pattern : prefix + (pattern == "/" ? "" : pattern))
        routes.append(
            Route(method, pattern, bodyLimit: bodyLimit, formLimit: formLimit, handler: handler, group: rules)
        )
    }

    /// Adds the routes of a group within this one, which has this one's rules unless it sets its own.
    package mutating func group(
        _ prefix: String,
        cors: CORS? = nil,
        check: Check? = nil,
        _ fill: (inout RouteGroup) -> Void
    ) {
        var inner = rules
        if let cors { inner.cors = cors }
        if let check { inner.checks.append(check) }
        var group = RouteGroup(prefix: self.prefix + prefix, rules: inner)
        fill(&group)
        routes.append(contentsOf: group.routes)
    }
}

extension RouteGroup {
    /// Most requests without a file are far smaller.
    package static let defaultBodyLimit = 65_536

    /// A GET answered on the event loop's thread.
    package mutating func get(_ pattern: String, inline: @escaping @Sendable (Request) throws -> Response) {
        add(.get, pattern, bodyLimit: 0, .inline(inline))
    }

    /// A GET answered by a task.
    package mutating func get(_ pattern: String, task: @escaping @Sendable (Request) async throws -> Response)
    {
        add(.get, pattern, bodyLimit: 0, .task(task))
    }

    /// A POST answered by a task.
    package mutating func post(
        _ pattern: String,
        bodyLimit: Int = defaultBodyLimit,
        formLimit: Int? = nil,
        task: @escaping @Sendable (Request) async throws -> Response
    ) {
        add(.post, pattern, bodyLimit: bodyLimit, formLimit: formLimit, .task(task))
    }

    /// A PUT answered by a task.
    package mutating func put(
        _ pattern: String,
        bodyLimit: Int = defaultBodyLimit,
        task: @escaping @Sendable (Request) async throws -> Response
    ) {
        add(.put, pattern, bodyLimit: bodyLimit, .task(task))
    }

    /// A PATCH answered by a task.
    package mutating func patch(
        _ pattern: String,
        bodyLimit: Int = defaultBodyLimit,
        task: @escaping @Sendable (Request) async throws -> Response
    ) {
        add(.patch, pattern, bodyLimit: bodyLimit, .task(task))
    }

    /// A DELETE answered by a task.
    package mutating func delete(
        _ pattern: String,
        task: @escaping @Sendable (Request) async throws -> Response
    ) {
        add(.delete, pattern, bodyLimit: Self.defaultBodyLimit, .task(task))
    }
}
