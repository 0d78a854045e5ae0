import CCurl
import HTTP

/// The headers of a request as libcurl takes them.
@safe final class HeaderList {
    private(set) var list: UnsafeMutablePointer<curl_slist>?

    /// Adds who asks, and keeps the library from adding headers of its own that nobody asked for.
    init(_ request: OutgoingRequest) {
        unsafe list = nil
        for (name, value) in request.headers.fields { add(value.isEmpty ? "\(name);" : "\(name): \(value)") }
        // libcurl signs whatever stands in the list, even what it then does not send.
        let isSigned = request.signing != nil
        if !isSigned, !request.headers.contains("User-Agent") { add("User-Agent: Emapa") }
        guard request.body != nil else { return }
        if !isSigned { add("Expect:") }
        if !request.headers.contains(.contentType) { add("Content-Type:") }
    }

    deinit {
        unsafe curl_slist_free_all(list)
    }

    private func add(_ line: String) {
        // NULL means out of memory, and leaves the list as it was.
        if let longer = unsafe curl_slist_append(list, line) { unsafe list = longer }
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(clamping: seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
