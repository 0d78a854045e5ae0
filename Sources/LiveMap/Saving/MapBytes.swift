/// Numbers and texts one after the other, as the map is kept in a file: in the order of the machine's own bytes.
struct MapBytes {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ number: UInt64) {
        unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ texts: [String]) {
        append(UInt64(texts.count))
        for text in texts { append(text) }
    }

    mutating func append<Element>(_ column: Column<Element>) {
        append(UInt64(column.count))
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: column.start, count: column.byteCount))
    }
}

/// Reads what `MapBytes` wrote; whatever does not fit is refused, and nothing is allocated for a count that cannot be.
struct MapBytesReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether everything was read.
    var isAtEnd: Bool { position == bytes.count }

    mutating func number() throws(UnfitMapBytes) -> UInt64 {
        let range = try take(8)
        var number: UInt64 = 0
        for place in range.reversed() { number = number << 8 | UInt64(bytes[place]) }
        return number
    }

    mutating func text() throws(UnfitMapBytes) -> String {
        let range = try take(try count(of: 1))
        guard let text = String(validating: bytes[range], as: UTF8.self) else { throw .malformed }
        return text
    }

    mutating func texts() throws(UnfitMapBytes) -> [String] {
        let count = try count(of: 8)
        var texts: [String] = []
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    mutating func column<Element: BitwiseCopyable & Sendable>(
        _ type: Element.Type
    ) throws(UnfitMapBytes) -> Column<Element> {
        let count = try count(of: MemoryLayout<Element>.stride)
        let range = try take(count * MemoryLayout<Element>.stride)
        return unsafe bytes.withUnsafeBytes { unsafe Column(copying: $0[range], count: count) }
    }

    /// A count of things of a size, as many as the bytes that are left can hold.
    mutating func count(of size: Int) throws(UnfitMapBytes) -> Int {
        guard let count = Int(exactly: try number()), count <= (bytes.count - position) / size else {
            throw .malformed
        }
        return count
    }

    private mutating func take(_ count: Int) throws(UnfitMapBytes) -> Range<Int> {
        guard count >= 0, count <= bytes.count - position else { throw .malformed }
        defer { position += count }
        return position..<position + count
    }
}

/// Why bytes are no map.
package enum UnfitMapBytes: Error, Sendable {
    /// They are too short or too long, or a count or a text in them cannot be.
    case malformed
    /// They were written where states or kinds have other names.
    case otherNames
    /// A pin in them names something that is not there, or stands in the wrong place.
    case inconsistent
}
