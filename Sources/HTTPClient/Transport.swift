import CCurl
import CCurlShim
import HTTP

/// One thread's handles of libcurl, and the connections that it keeps.
@safe struct Transport: ~Copyable {
    /// How often a transfer is looked at: within this time it hears that nobody wants it any more.
    private static let tick: Int32 = 50
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private let multi: UnsafeMutableRawPointer
    private let easy: UnsafeMutableRawPointer

    /// Nil if there is no memory for it.
    init?() {
        guard Transport.isReady, let multi = unsafe curl_multi_init() else { return nil }
        guard let easy = unsafe curl_easy_init() else {
            unsafe curl_multi_cleanup(multi)
            return nil
        }
        unsafe self.multi = unsafe UnsafeMutableRawPointer(multi)
        unsafe self.easy = unsafe UnsafeMutableRawPointer(easy)
    }

    deinit {
        unsafe curl_easy_cleanup(easy)
        unsafe curl_multi_cleanup(multi)
    }

    /// Carries one request out; `isWanted` is asked again and again, and an error from it ends the transfer.
    mutating func carryOut(
        _ job: TransferJob,
        _ settings: HTTPClientSettings,
        isWanted: () -> HTTPClientError?
    ) -> TransferOutcome {
        let left = ContinuousClock.now.duration(to: job.deadline)
        guard left > .zero else { return .failure(.timedOut) }
        let sink = AnswerSink(longestBody: settings.longestAnswer)
        let headers = HeaderList(job.request)
        var transfer = unsafe http_transfer()
        unsafe transfer.headers = headers.list
        unsafe transfer.connect_milliseconds = max(1, settings.connectTimeout.milliseconds)
        unsafe transfer.total_milliseconds = max(1, left.milliseconds)
        unsafe transfer.longest_answer = Int64(settings.longestAnswer)
        unsafe transfer.has_body = job.request.body != nil
        unsafe transfer.context = Unmanaged.passUnretained(sink).toOpaque()
        unsafe transfer.write = takeBody
        unsafe transfer.header = takeHeader
        // The sink and the headers are used by the library until the handle is reset below.
        return withExtendedLifetime((sink, headers)) {
            unsafe Transport.lend(job.request, to: &transfer) { transfer in
                unsafe perform(&transfer, sink, limit: settings.longestAnswer, isWanted)
            }
        }
    }

    /// Lends a request's texts and body to the library for the length of a transfer.
    private static func lend(
        _ request: OutgoingRequest,
        to transfer: inout http_transfer,
        _ body: (inout http_transfer) -> TransferOutcome
    ) -> TransferOutcome {
        let signing = request.signing
        return unsafe request.url.withCString { url in
            unsafe request.method.rawValue.withCString { method in
                unsafe (signing?.scope ?? "").withCString { scope in
                    unsafe (signing?.key ?? "").withCString { key in
                        unsafe (signing?.secret ?? "").withCString { secret in
                            unsafe transfer.url = unsafe url
                            unsafe transfer.method = unsafe method
                            unsafe transfer.signing = unsafe scope
                            unsafe transfer.key = unsafe key
                            unsafe transfer.secret = unsafe secret
                            return unsafe (request.body ?? []).withUnsafeBytes { bytes in
                                unsafe transfer.body = bytes.baseAddress
                                unsafe transfer.body_size = bytes.count
                                return unsafe body(&transfer)
                            }
                        }
                    }
                }
            }
        }
    }

    private func perform(
        _ transfer: inout http_transfer,
        _ sink: AnswerSink,
        limit: Int,
        _ isWanted: () -> HTTPClientError?
    ) -> TransferOutcome {
        defer { unsafe curl_easy_reset(easy) }
        let prepared = unsafe http_transfer_prepare(easy, &transfer)
        guard prepared == CURLE_OK, unsafe curl_multi_add_handle(multi, easy) == CURLM_OK else {
            return .failure(.broken(reason: Transport.words(for: prepared)))
        }
        defer { unsafe curl_multi_remove_handle(multi, easy) }
        while true {
            var running: Int32 = 0
            var outcome = CURLE_OK
            guard unsafe curl_multi_perform(multi, &running) == CURLM_OK else {
                return .failure(.broken(reason: "transfer"))
            }
            if unsafe http_transfer_finished(multi, &outcome) {
                return result(of: outcome, sink, limit: limit)
            }
            if let error = isWanted() { return .failure(error) }
            _ = unsafe curl_multi_poll(multi, nil, 0, Transport.tick, nil)
        }
    }

    private func result(of outcome: CURLcode, _ sink: AnswerSink, limit: Int) -> TransferOutcome {
        if sink.isTooLarge || outcome == CURLE_FILESIZE_EXCEEDED { return .failure(.tooLarge(limit: limit)) }
        let words = Transport.words(for: outcome)
        switch outcome {
        case CURLE_OK:
            let status = Int(unsafe http_transfer_status(easy))
            return .success(IncomingResponse(status: status, headers: sink.headers, body: sink.body))
        case CURLE_OPERATION_TIMEDOUT:
            return .failure(.timedOut)
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SSL_CONNECT_ERROR,
            CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_URL_MALFORMAT,
            CURLE_UNSUPPORTED_PROTOCOL:
            return .failure(.unreachable(reason: words))
        default:
            return .failure(.broken(reason: words))
        }
    }

    /// What the library calls an outcome: a fixed text for each, with nothing of the request in it.
    private static func words(for code: CURLcode) -> String {
        unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? "unknown"
    }
}

// Called by the library on the worker's thread; returning another number than was given ends the transfer.
private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    unsafe handOver(bytes, size * count, context) { sink, bytes in unsafe sink.append(bytes) }
}

private func takeHeader(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    unsafe handOver(bytes, size * count, context) { sink, bytes in unsafe sink.appendHeader(bytes) }
}

private func handOver(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?,
    _ take: (AnswerSink, UnsafeBufferPointer<UInt8>) -> Bool
) -> Int {
    guard let context = unsafe context else { return -1 }
    let sink = unsafe Unmanaged<AnswerSink>.fromOpaque(context).takeUnretainedValue()
    let start = unsafe UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self)
    let buffer = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    return unsafe take(sink, buffer) ? count : -1
}
