/// The bytes between a writer and a client that reads more slowly: a bounded queue without locks or clocks.
struct StreamQueue {
    private enum End {
        case open
        case complete
        case failed
    }

    private var chunks: [[UInt8]] = []
    private var first = 0
    private var offset = 0
    private var end = End.open
    private let highWater: Int
    /// Bytes that wait to be read.
    private(set) var buffered = 0
    /// Bytes read so far.
    private(set) var delivered = 0

    /// - Parameter highWater: from so many bytes on, the writer waits.
    init(highWater: Int) {
        self.highWater = highWater
    }

    var isClosed: Bool { end != .open }
    var mustWait: Bool { end == .open && buffered >= highWater }

    /// Takes bytes from the writer; false if nobody will read them.
    mutating func append(_ bytes: [UInt8]) -> Bool {
        guard end == .open else { return false }
        chunks.append(bytes)
        buffered += bytes.count
        return true
    }

    /// The writer is done: what waits is still delivered.
    mutating func complete() {
        if end == .open { end = .complete }
    }

    /// The body breaks off: what waits is dropped.
    mutating func fail() {
        guard end != .failed else { return }
        end = .failed
        chunks = []
        first = 0
        offset = 0
        buffered = 0
    }

    /// Moves bytes into the buffer, as many as fit.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> BodyReadResult {
        guard buffered > 0 else {
            return switch end {
            case .open: .wait
            case .complete: .end
            case .failed: .failure
            }
        }
        var filled = 0
        while filled < buffer.count, first < chunks.count {
            let part = min(buffer.count - filled, chunks[first].count - offset)
            unsafe chunks[first].withUnsafeBytes { bytes in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<(filled + part)])
                unsafe rest.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + part)])
                )
            }
            filled += part
            offset += part
            if offset == chunks[first].count { dropFirst() }
        }
        buffered -= filled
        delivered += filled
        return .bytes(filled)
    }

    /// Keeps the array from being moved for every chunk.
    private mutating func dropFirst() {
        chunks[first] = []
        first += 1
        offset = 0
        if first == chunks.count || first >= 64 {
            chunks.removeFirst(first)
            first = 0
        }
    }
}
