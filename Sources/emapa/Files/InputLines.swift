import Glibc

/// The lines of the standard input, read as they are asked for.
struct InputLines {
    /// A longer line is cut here: no line of numbers has as many bytes.
    private static let longestLine = 1_024

    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    private var filled = 0
    private var position = 0

    /// The next line without its end; nil at the end of the input.
    mutating func next() -> [UInt8]? {
        var line: [UInt8] = []
        var sawAny = false
        while true {
            if position == filled, !refill() { return sawAny ? trimmed(line) : nil }
            sawAny = true
            let rest = buffer[position..<filled]
            let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? filled
            line += buffer[position..<end].prefix(InputLines.longestLine - line.count)
            position = end
            guard end < filled else { continue }
            position += 1
            return trimmed(line)
        }
    }

    private func trimmed(_ line: [UInt8]) -> [UInt8] {
        line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    private mutating func refill() -> Bool {
        position = 0
        filled = 0
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            filled = max(0, count)
            return filled > 0
        }
    }
}

/// Collects what is written to the standard output and passes it on in large pieces.
struct OutputBuffer {
    private static let piece = 1 << 16

    private var bytes: [UInt8] = []

    mutating func write(_ more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
        if bytes.count >= OutputBuffer.piece { flush() }
    }

    mutating func flush() {
        StandardOutput.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
