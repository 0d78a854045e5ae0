extension ResponseBody {
    /// The whole body in memory, for callers that have no socket.
    ///
    /// A file is read on the calling thread.
    ///
    /// - Throws: `BodyClosed` if there would be more than `limit` bytes, or the body has no end; what the writer of a
    ///   stream or the reading of a file throws.
    package func collect(limit: Int) async throws -> [UInt8] {
        switch self {
        case .empty: return []
        case .bytes(let bytes): return bytes
        case .prepared(let body): return body.identity.array
        case .file(let file): return try file.contents()
        case .events: throw BodyClosed()
        case .stream(let stream):
            let collected = Collected()
            let writer = BodyWriter { bytes async throws(BodyClosed) in
                try await collected.append(bytes, limit: limit)
            }
            try await stream.produce(writer)
            return await collected.bytes
        }
    }
}

private actor Collected {
    private(set) var bytes: [UInt8] = []

    func append(_ more: [UInt8], limit: Int) throws(BodyClosed) {
        guard bytes.count + more.count <= limit else { throw BodyClosed() }
        bytes += more
    }
}
