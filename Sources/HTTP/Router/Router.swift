import Formats

/// Leads each request to what answers it, and makes every answer complete; knows nothing of sockets.
package struct Router: Sendable {
    private var trie = RouteTrie()
    private var finisher: AnswerFinisher
    private let observe: @Sendable (ServerEvent) -> Void
    private var errorForms: [ErrorForm] = []

    /// A router without routes.
    ///
    /// - Parameters:
    ///   - secure: whether the public address is https.
    ///   - compression: when answers are compressed.
    ///   - observe: hears of handlers that failed in ways nobody foresaw; called on any thread.
    package init(
        secure: Bool = false,
        compression: CompressionRule = CompressionRule(),
        observe: @escaping @Sendable (ServerEvent) -> Void = { _ in }
    ) {
        finisher = AnswerFinisher(security: SecurityHeaders(secure: secure), compression: compression)
        self.observe = observe
    }

    /// Adds routes below a path, with rules that they share.
    package mutating func group(
        _ prefix: String = "/",
        cors: CORS? = nil,
        check: RouteGroup.Check? = nil,
        _ fill: (inout RouteGroup) -> Void
    ) {
        let rules = RouteGroup.Rules(cors: cors, checks: check.map { [$0] } ?? [])
        var group = RouteGroup(prefix: prefix, rules: rules)
        fill(&group)
        for route in group.routes { trie.insert(route) }
    }

    /// Every route as `GET /tiles/{z}/{x}/{y}.geojson`, in the order of the alphabet: for whoever has to know of all.
    package var routeNames: [String] {
        trie.routes.map { "\($0.method.rawValue) \($0.pattern.text)" }.sorted()
    }

    /// Has all errors below a path told in another form, those of paths without a route among them.
    package mutating func tell(_ form: ErrorForm) {
        errorForms.append(form)
    }

    /// Answers a request from beginning to end.
    package func respond(to request: Request) async -> Response {
        var request = request
        switch resolve(&request) {
        case .answer(let response, let cors):
            return finisher.finish(response, for: request, cors: cors)
        case .route(let route):
            let limit = route.bodyLimit(of: request)
            guard request.body.count <= limit else {
                return finish(Problem.bodyTooLarge(limit: limit), for: request, route: route)
            }
            switch route.handler {
            case .inline(let handler): return run(handler, route, request)
            case .task(let handler): return await run(handler, route, request)
            }
        }
    }
}

extension Router {
    /// Answers a request without a body on the calling thread; nil where that takes a task.
    package func respondAtOnce(to request: Request) -> Response? {
        var request = request
        switch resolve(&request) {
        case .answer(let response, let cors): return finisher.finish(response, for: request, cors: cors)
        case .route(let route):
            guard case .inline(let handler) = route.handler else { return nil }
            return run(handler, route, request)
        }
    }

    /// What is known of a request once its head has been read.
    enum Resolution {
        /// It is answered without a handler.
        case answer(Response, CORS?)
        /// The route answers it, when its body has been read.
        case route(Route)
    }

    /// Finds the route, and runs what its group checks.
    func resolve(_ request: inout Request) -> Resolution {
        let target = request.target
        guard let match = trie.match(target.segments, trailingSlash: target.trailingSlash) else {
            return .answer(answer(to: Problem.noSuchPlace, request), nil)
        }
        let leaf = match.leaf
        guard let any = leaf.routes.first else {
            return .answer(redirect(request, to: match.otherForm), match.otherForm.routes.first?.group.cors)
        }
        guard let route = leaf.route(for: request.method) else {
            let response =
                request.method == .options
                ? options(of: leaf, for: request)
                : answer(to: Problem.wrongMethod(allow: leaf.allow), request)
            return .answer(response, any.group.cors)
        }
        request.parameters = PathParameters(names: route.pattern.names, values: match.values)
        do {
            for check in route.group.checks { try check(request) }
        } catch {
            return .answer(answer(to: error, request, route), route.group.cors)
        }
        return .route(route)
    }

    /// Answers on the calling thread.
    func run(_ handler: (Request) throws -> Response, _ route: Route, _ request: Request) -> Response {
        do {
            return finisher.finish(try handler(request), for: request, cors: route.group.cors)
        } catch {
            return finish(error, for: request, route: route)
        }
    }

    /// Answers on the calling task.
    func run(
        _ handler: @Sendable (Request) async throws -> Response,
        _ route: Route,
        _ request: Request
    ) async -> Response {
        do {
            return finisher.finish(try await handler(request), for: request, cors: route.group.cors)
        } catch {
            return finish(error, for: request, route: route)
        }
    }

    /// The complete answer to an error.
    func finish(_ error: any Error, for request: Request, route: Route?) -> Response {
        finisher.finish(answer(to: error, request, route), for: request, cors: route?.group.cors)
    }

    /// The complete answer that needed no handler.
    func finish(_ response: Response, for request: Request, cors: CORS?) -> Response {
        finisher.finish(response, for: request, cors: cors)
    }

    /// An answer to something that is no request, guarded like the others.
    func secured(_ response: Response) -> Response {
        finisher.secured(response)
    }

    private func answer(to error: any Error, _ request: Request, _ route: Route? = nil) -> Response {
        let (problem, isForeseen) = Problem.translating(error)
        if !isForeseen {
            let failure = HandlerFailure(
                requestID: request.id,
                route: route?.pattern.text,
                description: String(reflecting: error)
            )
            observe(.handlerFailed(failure))
        }
        let path = request.target.path
        for form in errorForms where form.applies(path, request.headers) {
            switch form.write {
            case .ofPath(let write):
                return told(write(problem, path, request.language), problem, in: request.language)
            case .ofRequest(let write):
                var response = write(problem, request)
                response.headers.add(contentsOf: problem.headers)
                return response
            }
        }
        return problem.response(in: request.language, requestID: request.id)
    }

    /// The answer to an error of a request that has no target that can be read.
    func answer(to problem: Problem, at path: String, in language: Language, requestID: RequestID?)
        -> Response
    {
        for form in errorForms where form.applies(path, Headers()) {
            if case .ofPath(let write) = form.write {
                return told(write(problem, path, language), problem, in: language)
            }
        }
        return problem.response(in: language, requestID: requestID)
    }

    private func told(_ answer: Response, _ problem: Problem, in language: Language) -> Response {
        var response = answer
        response.headers.add(.contentLanguage, HeaderValue(language.rawValue) ?? "pl")
        response.headers.add(.cacheControl, "no-store")
        response.headers.add(contentsOf: problem.headers)
        return response
    }

    private func options(of leaf: RouteTrie.Leaf, for request: Request) -> Response {
        var response = Response(.noContent)
        response.headers.add(.allow, leaf.allow)
        if request.headers.contains(.preflightMethod) {
            leaf.routes.first?.group.cors?.addPreflight(to: &response, methods: leaf.allow)
        }
        return response
    }

    /// Leads to the form of the address that has routes: with or without its last slash.
    private func redirect(_ request: Request, to leaf: RouteTrie.Leaf) -> Response {
        guard leaf.route(for: request.method) != nil,
            let response = Response.redirect(.permanentRedirect, to: request.target.otherSlashForm)
        else { return answer(to: Problem.noSuchPlace, request) }
        return response
    }
}

extension RouteTrie.Leaf {
    /// The value of `Allow`.
    var allow: HeaderValue {
        var methods = routes.map(\.method)
        if methods.contains(.get) { methods.append(.head) }
        methods.append(.options)
        let names = Set(methods).map(\.rawValue).sorted()
        return HeaderValue(names.joined(separator: ", ")) ?? "OPTIONS"
    }
}
