/// A position that walks through a span and never leaves it.
struct SpanReader {
    private(set) var position = 0
    private let end: Int

    init(_ bytes: Span<UInt8>) {
        end = bytes.count
    }

    var remaining: Int { end - position }

    /// Reads the next big-endian integer.
    mutating func next<Number: FixedWidthInteger & BitwiseCopyable>(
        in bytes: Span<UInt8>
    ) throws(ColumnProblem) -> Number {
        try bytes.extracting(try skip(MemoryLayout<Number>.size)).bigEndian()
    }

    /// Passes over bytes and says where they are.
    mutating func skip(_ count: Int) throws(ColumnProblem) -> Range<Int> {
        guard count >= 0, count <= remaining else { throw .malformed }
        defer { position += count }
        return position..<(position + count)
    }
}
