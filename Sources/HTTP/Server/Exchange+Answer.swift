import CMicrohttpd
import CMicrohttpdShim
import Formats
import Synchronization

extension Exchange {
    /// The request is complete: answers it, or has a task answer it.
    func dispatch() -> MHD_Result {
        guard var request else { return .NO }
        if let verdict { return send(verdict) }
        guard let route else { return .NO }
        if let refusal {
            return send(core.router.finish(refusal, for: request, route: route), closing: true)
        }
        request.body = body
        body = []
        self.request = request
        switch route.handler {
        case .inline(let handler):
            return send(core.router.run(handler, route, request))
        case .task(let handler):
            start(handler, route, request)
            return waitForAnswer()
        }
    }

    /// The task ends by itself, or is cancelled: by `end(with:)` when its client hangs up or its time is up,
    /// by `finish` when the connection closes.
    ///
    /// The server's stop waits for it.
    private func start(
        _ handler: @escaping @Sendable (Request) async throws -> Response,
        _ route: Route,
        _ request: Request
    ) {
        step = .answering
        connection.enter(.answering, until: MonotonicClock.milliseconds + core.limits.answer.milliseconds)
        core.taskStarted()
        let task = Task { [core] in
            let response = await core.router.run(handler, route, request)
            self.deliver(response)
            core.taskEnded()
        }
        work.withLock { work in
            work.task = task
            work.target = request.target
        }
        if connection.hasHungUp { hangUp() }
    }

    private func deliver(_ response: Response) {
        let isWanted = work.withLock { work in
            guard !work.isOver, case .pending = work.outcome else { return false }
            work.outcome = .answer(response)
            return true
        }
        if isWanted { gate.wake() }
    }

    /// Sends the answer if it is there; else suspends the connection.
    func waitForAnswer() -> MHD_Result {
        while true {
            switch work.withLock({ $0.outcome }) {
            case .answer(let response):
                return send(response)
            case .abandoned:
                return .NO
            case .pending:
                switch gate.halt() {
                case .suspend: return .YES
                case .lookAgain: continue
                case .giveUp: return .NO
                }
            }
        }
    }

    /// Hands a finished answer to the library.
    func send(_ response: Response, closing: Bool = false) -> MHD_Result {
        var response = response
        if closing || core.isDraining { response.headers.set(.connection, "close") }
        let isHead = request?.method == .head
        guard let reader = reader(for: response.body, isHead: isHead) else {
            let problem = core.router.answer(
                to: .overloaded,
                at: request?.target.path ?? "/",
                in: .pl,
                requestID: request?.id
            )
            return send(problem, closing: true)
        }
        guard let answer = NativeResponse(response, reader: reader.body, gate: gate) else {
            return .NO
        }
        status = response.status
        bodyBytes = isHead ? nil : response.body.count
        step = .answered
        setDeadline(for: response.body)
        return unsafe answer.queue(on: native, status: response.status)
    }

    private struct ReaderChoice {
        let body: (any BodyReader)?
    }

    /// The reader that a body needs, started; nil if there is no room for another.
    private func reader(for body: ResponseBody, isHead: Bool) -> ReaderChoice? {
        switch body {
        case .stream(let stream):
            let reader = StreamReader()
            if !isHead {
                core.taskStarted()
                reader.start(stream, ended: { [core] in core.taskEnded() })
            }
            keep(reader)
            return ReaderChoice(body: reader)
        case .events(let subscription):
            let dropped = { @Sendable [core, connection] in
                core.observe(.slowClientDropped)
                core.table.cut(connection)
            }
            guard let reader = EventReader(subscription, dropped: dropped) else { return nil }
            isFollowing = true
            if isHead { reader.finish() }
            keep(reader)
            return ReaderChoice(body: reader)
        case .empty, .bytes, .prepared, .file:
            return ReaderChoice(body: nil)
        }
    }

    private func keep(_ reader: any BodyReader) {
        work.withLock { $0.reader = reader }
        if connection.hasHungUp { reader.abandon() }
    }

    private func setDeadline(for body: ResponseBody) {
        let now = MonotonicClock.milliseconds
        switch body {
        case .events:
            connection.enter(.sending, until: Connection.never)
        case .stream:
            connection.enter(.sending, until: now + core.limits.stream.milliseconds)
        case .empty, .bytes, .prepared, .file:
            let atSlowest = Int64(body.count ?? 0) * 1_000 / Int64(max(1, core.limits.slowestDownload))
            connection.enter(.sending, until: now + core.limits.send.milliseconds + atSlowest)
        }
    }
}

extension Exchange {
    /// Refuses the request and ends the connection: what follows on it cannot be told apart from it.
    func refuse(_ fault: MalformedRequest) -> MHD_Result {
        refuse(.malformed(fault), event: fault)
    }

    /// Refuses the request and ends the connection.
    func refuse(_ problem: Problem, event: MalformedRequest? = nil) -> MHD_Result {
        if let event { core.observe(.malformedRequest(event)) }
        step = .answered
        let path = String(decoding: target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        var response = core.router.answer(to: problem, at: path, in: .pl, requestID: nil)
        response.headers.set(.connection, "close")
        return send(core.router.secured(response), closing: true)
    }
}
