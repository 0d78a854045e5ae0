/// Turns a handler's response into the one that is sent: tagged, compared, compressed, guarded.
struct AnswerFinisher: Sendable {
    private let security: SecurityHeaders
    private let compression: CompressionRule

    init(security: SecurityHeaders, compression: CompressionRule) {
        self.security = security
        self.compression = compression
    }

    /// Adds what every answer has, and leaves out the body that the client has already.
    func finish(_ response: Response, for request: Request, cors: CORS?) -> Response {
        var response = response
        compress(&response, for: request)
        if isUnchanged(response, for: request) {
            response.status = .notModified
            response.body = .empty
            response.headers.remove(.contentType)
            response.headers.remove(.contentEncoding)
        }
        cors?.add(to: &response, for: request)
        security.add(to: &response, sharing: cors?.isForEveryone == true ? .anyOrigin : .sameOrigin)
        response.headers.set(.requestID, request.id.value)
        return response
    }

    /// Adds what every answer has to one without a request.
    func secured(_ response: Response) -> Response {
        var response = response
        security.add(to: &response, sharing: .sameOrigin)
        return response
    }

    private func compress(_ response: inout Response, for request: Request) {
        switch response.body {
        case .prepared(let body):
            // Whoever prepared it knows whether it is worth it.
            guard body.isCompressible, !response.headers.contains(.contentEncoding) else { return }
            response.headers.add(.vary, "Accept-Encoding")
            guard acceptsGzip(request), let smaller = body.gzip else { return }
            response.body = .prepared(PreparedBody(compressed: smaller, of: body))
        case .bytes(let bytes):
            guard compression.sizes.contains(bytes.count), let type = response.headers[.contentType],
                ContentType.isCompressible(type), !response.headers.contains(.contentEncoding)
            else { return }
            response.headers.add(.vary, "Accept-Encoding")
            guard acceptsGzip(request), let smaller = Gzip.compress(bytes, level: compression.level),
                smaller.count < bytes.count
            else { return }
            response.body = .bytes(smaller)
        case .empty, .file, .stream, .events:
            return
        }
        response.headers.add(.contentEncoding, "gzip")
        if let tag = response.headers[.etag], let compressed = EntityTag.compressed(tag) {
            response.headers.set(.etag, compressed)
        }
    }

    private func acceptsGzip(_ request: Request) -> Bool {
        request.headers[.acceptEncoding].map { AcceptEncoding.allowsGzip($0) } ?? false
    }

    /// RFC 9110 §13.1.2; only answers to GET and HEAD that would be 200 are compared.
    private func isUnchanged(_ response: Response, for request: Request) -> Bool {
        guard response.status == .ok, request.method == .get || request.method == .head,
            let known = request.headers[.ifNoneMatch], let tag = response.headers[.etag]
        else { return false }
        return EntityTags.matches(known, etag: tag)
    }
}

/// When bytes made for one answer are compressed.
package struct CompressionRule: Sendable {
    /// Smaller gains nothing, larger takes too long on an event loop.
    package var sizes: Range<Int> = 1_024..<1_048_576
    /// zlib's level.
    package var level: Int32 = 4

    /// The sizes and the level that suit most answers.
    package init() {}
}
