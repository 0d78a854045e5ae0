/// Understands the stream of a COPY out: a header, rows, a trailer.
struct CopyReader {
    private let width: Int
    private var isPastHeader = false
    private(set) var isComplete = false
    /// Where the columns of the last row lie in its message; nil for NULL.
    private(set) var cells: [Range<Int>?] = []

    init(width: Int) {
        self.width = width
    }

    /// Reads one message; true when it held a row.
    mutating func read(_ message: Span<UInt8>) throws(ColumnProblem) -> Bool {
        var reader = SpanReader(message)
        if !isPastHeader {
            try readHeader(message, &reader)
            isPastHeader = true
            if reader.remaining == 0 { return false }
        }
        guard !isComplete else { throw .malformed }
        let columns: Int16 = try reader.next(in: message)
        if columns == CopyFormat.trailer {
            isComplete = true
            return false
        }
        guard Int(columns) == width else { throw .malformed }
        cells.removeAll(keepingCapacity: true)
        for _ in 0..<width {
            let length: Int32 = try reader.next(in: message)
            cells.append(length < 0 ? nil : try reader.skip(Int(length)))
        }
        guard reader.remaining == 0 else { throw .malformed }
        return true
    }

    private func readHeader(_ message: Span<UInt8>, _ reader: inout SpanReader) throws(ColumnProblem) {
        let range = try reader.skip(CopyFormat.signature.count)
        for (offset, byte) in CopyFormat.signature.enumerated()
        where message[range.lowerBound + offset] != byte {
            throw .malformed
        }
        let flags: UInt32 = try reader.next(in: message)
        // The upper half marks changes a reader must know; none is defined that we could be sent.
        guard flags >> 16 == 0 else { throw .malformed }
        let extra: Int32 = try reader.next(in: message)
        _ = try reader.skip(Int(extra))
    }
}
