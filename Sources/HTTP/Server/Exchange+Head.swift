import CMicrohttpd
import CMicrohttpdShim

extension Exchange {
    /// Reads the head, refuses what is ambiguous, and finds out who answers.
    func receiveHead(method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?) -> MHD_Result {
        startedAt = MonotonicClock.nanoseconds
        let head = unsafe HeadReader(native)
        let isWhole = unsafe isFollowed(by: version)
        let version = unsafe Self.text(version)
        let isVersion11 = version == "HTTP/1.1"
        guard isVersion11 || version == "HTTP/1.0" else { return refuse(.wrongVersion) }
        if unsafe http_request_head_size(native) > core.limits.headBytes { return refuse(.headTooLarge) }
        if !isWhole { return refuse(.badTarget) }
        if let fault = head.fault { return refuse(fault) }
        if head.host == nil, isVersion11 { return refuse(.noHost) }
        // Chunks are a thing of HTTP/1.1 (RFC 9112 §6.1).
        if head.isChunked, !isVersion11 { return refuse(.unknownEncoding) }
        guard let method = unsafe Method(rawValue: Self.text(method)) else { return refuse(.unknownMethod) }
        return admit(method, head)
    }

    private func admit(_ method: Method, _ head: HeadReader) -> MHD_Result {
        let id = RequestID(accepting: head.headers[.requestID])
        var request: Request
        do {
            let (host, path) = try absoluteForm(host: head.host)
            let origin = try core.trust.origin(peer: connection.peer, host: host, headers: head.headers)
            let target =
                try method == .options && path == Self.asterisk
                ? Target(parsing: Self.root) : Target(parsing: path)
            request = Request(method: method, target: target, headers: head.headers, origin: origin, id: id)
        } catch let error as TargetError {
            return refuse(error.problem, event: .badTarget)
        } catch ProxyTrust.Refusal.foreignHost {
            return refuse(.wrongHost)
        } catch {
            return refuse(.badHost)
        }
        target = []
        return resolve(&request, head)
    }

    private func resolve(_ request: inout Request, _ head: HeadReader) -> MHD_Result {
        let length = head.contentLength ?? 0
        switch core.router.resolve(&request) {
        case .answer(let response, let cors):
            verdict = core.router.finish(response, for: request, cors: cors)
            bodyLimit = core.limits.unwantedBodyBytes
        case .route(let found):
            route = found
            bodyLimit = found.bodyLimit(of: request)
            if length > bodyLimit {
                verdict = core.router.finish(
                    Problem.bodyTooLarge(limit: bodyLimit),
                    for: request,
                    route: found
                )
            }
        }
        self.request = request
        step = .body
        guard length > 0 || head.isChunked else { return .YES }

        // An answer given before the body is read ends the connection: the library sees to that.
        if let verdict, length > bodyLimit || head.expectsContinue || head.isChunked {
            return send(verdict, closing: true)
        }
        body.reserveCapacity(min(length, bodyLimit))
        let atSlowest = Int64(min(length, bodyLimit)) * 1_000 / Int64(max(1, core.limits.slowestUpload))
        let deadline = startedAt / 1_000_000 + core.limits.body.milliseconds + atSlowest
        connection.enter(.receivingBody, until: deadline)
        return .YES
    }

    /// Takes a part of the body; what there is no room for is dropped, and the whole refused when it has come.
    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> MHD_Result {
        if verdict != nil || refusal != nil { return discard(bytes.count) }
        if bytes.count > bodyLimit - body.count {
            refusal = .bodyTooLarge(limit: bodyLimit)
        } else if !hold(body.count + bytes.count) {
            refusal = .overloaded
        }
        guard refusal == nil else {
            let kept = body.count
            body = []
            releaseBody()
            return discard(bytes.count + kept)
        }
        unsafe body.append(contentsOf: bytes)
        return .YES
    }

    /// Counts a body of so many bytes as held, if it is a large one; false if there is no room for it.
    private func hold(_ count: Int) -> Bool {
        guard count > core.limits.uncountedBodyBytes, let request else { return true }
        let isTaken = core.heldBodies.take(count - heldBytes, from: request.origin.client.network)
        guard isTaken else { return false }
        heldBytes = count
        return true
    }

    /// Counts what is thrown away; a client that goes on regardless is cut.
    private func discard(_ count: Int) -> MHD_Result {
        discarded += count
        return discarded <= bodyLimit + core.limits.unwantedBodyBytes ? .YES : .NO
    }

    /// RFC 9112 §3.2.2: an absolute target names the host by itself; it must not contradict `Host`.
    private func absoluteForm(host: String?) throws -> (host: String?, path: [UInt8]) {
        if target.first == UInt8(ascii: "/") || target == Self.asterisk { return (host, target) }
        let text = String(decoding: target, as: UTF8.self)
        let scheme = ["http://", "https://"].first { text.lowercased().hasPrefix($0) }
        guard let scheme else { throw TargetError.notOriginForm }
        let rest = target.dropFirst(scheme.utf8.count)
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        let named = String(decoding: rest[..<end], as: UTF8.self)
        guard let ours = Authority(named), host == nil || host.flatMap({ Authority($0) }) == ours else {
            throw ProxyTrust.Refusal.malformedHost
        }
        let path = Array(rest[end...])
        return (named, path.first == UInt8(ascii: "/") ? path : Self.root + path)
    }

    private static let asterisk = Array("*".utf8)
    private static let root = Array("/".utf8)

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }
}
