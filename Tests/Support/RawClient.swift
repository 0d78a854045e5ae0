import Glibc

/// A client that sends exactly the bytes it is told, and reads what comes; blocks, at most 10 s at a time.
package final class RawClient {
    private let descriptor: Int32
    private var received: [UInt8] = []

    /// Connects; a small buffer makes the client slow to take what it is sent.
    package init(port: UInt16, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var size = receiveBuffer {
            _ = unsafe setsockopt(
                descriptor,
                SOL_SOCKET,
                SO_RCVBUF,
                &size,
                socklen_t(MemoryLayout<Int32>.size)
            )
        }
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        let patienceSize = socklen_t(MemoryLayout<timeval>.size)
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, patienceSize)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = unsafe withUnsafeBytes(of: &place) { bytes in
            guard let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else {
                return Int32(-1)
            }
            return unsafe connect(descriptor, start, socklen_t(bytes.count))
        }
        // What is thrown here ends the object, which closes the descriptor.
        guard code == 0 else { throw ClientError.cannotConnect(errno: errno) }
    }

    deinit {
        Glibc.close(descriptor)
    }

    /// Sends text.
    package func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    /// Sends bytes.
    package func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let part = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    descriptor,
                    buffer.baseAddress.map { unsafe $0 + sent },
                    bytes.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard part > 0 else { throw ClientError.closed }
            sent += part
        }
    }

    /// Says that nothing more will be sent.
    package func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Breaks the connection off, so that the other end hears a reset.
    package func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout.size(ofValue: linger))
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, size)
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Reads one answer; nil if the connection was closed before it began.
    package func receive(toHead isHead: Bool = false) throws -> RawResponse? {
        guard let headEnd = try readUntil([13, 10, 13, 10]) else { return nil }
        let head = String(decoding: received[..<headEnd], as: UTF8.self)
        received.removeFirst(headEnd)
        var response = try RawResponse(head: head)
        if isHead || response.status == 204 || response.status == 304 { return response }
        if response.headers["transfer-encoding"] == "chunked" {
            response.body = try readChunks()
        } else if let length = response.headers["content-length"].flatMap({ Int($0) }) {
            response.body = try take(length)
        } else {
            response.body = try receiveToEnd()
        }
        return response
    }

    /// Sends, and reads one answer.
    package func exchange(_ request: String) throws -> RawResponse {
        try send(request)
        guard let response = try receive(toHead: request.hasPrefix("HEAD ")) else { throw ClientError.closed }
        return response
    }

    /// Reads until the other end closes.
    package func receiveToEnd() throws -> [UInt8] {
        while try fill() {}
        defer { received = [] }
        return received
    }

    /// Reads up to and with the text, which must come.
    package func receive(through text: String) throws -> String {
        guard let end = try readUntil(Array(text.utf8)) else { throw ClientError.closed }
        return String(decoding: try take(end), as: UTF8.self)
    }

    /// Whether the other end closes, now or within the client's patience, without sending more.
    package func isClosed() throws -> Bool {
        do {
            return try received.isEmpty && !fill()
        } catch ClientError.closed {
            return true
        }
    }

    private func readChunks() throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            guard let end = try readUntil([13, 10]) else { throw ClientError.closed }
            let line = String(decoding: try take(end).dropLast(2), as: UTF8.self)
            guard let size = Int(line, radix: 16) else { throw ClientError.malformed(line) }
            body += try take(size)
            guard try take(2) == [13, 10] else { throw ClientError.malformed("chunk") }
            if size == 0 { return body }
        }
    }

    private func take(_ count: Int) throws -> [UInt8] {
        while received.count < count {
            guard try fill() else { throw ClientError.closed }
        }
        defer { received.removeFirst(count) }
        return Array(received[..<count])
    }

    private func readUntil(_ mark: [UInt8]) throws -> Int? {
        var searched = 0
        while true {
            while searched + mark.count <= received.count {
                if received[searched..<(searched + mark.count)].elementsEqual(mark) {
                    return searched + mark.count
                }
                searched += 1
            }
            guard try fill() else { return nil }
        }
    }

    private func fill() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        if count < 0 {
            throw errno == EAGAIN || errno == EWOULDBLOCK ? ClientError.timedOut : ClientError.closed
        }
        received += buffer.prefix(count)
        return count > 0
    }
}
