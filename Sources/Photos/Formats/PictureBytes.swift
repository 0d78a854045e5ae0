/// Bytes of a file that nobody vouches for: reading beyond them is nil, never a trap.
struct PictureBytes {
    enum Order {
        case little
        case big
    }

    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    subscript(index: Int) -> UInt8? {
        index >= 0 && index < bytes.count ? bytes[index] : nil
    }

    func uint16(at index: Int, _ order: Order = .big) -> Int? {
        guard let first = self[index], let second = self[index + 1] else { return nil }
        return order == .big ? Int(first) << 8 | Int(second) : Int(second) << 8 | Int(first)
    }

    func uint32(at index: Int, _ order: Order = .big) -> Int? {
        guard let first = uint16(at: index, order), let second = uint16(at: index + 2, order) else {
            return nil
        }
        return order == .big ? first << 16 | second : second << 16 | first
    }

    /// The four characters at an index; nil unless all are printable ASCII.
    func text(at index: Int) -> String? {
        guard index >= 0, index <= count - 4 else { return nil }
        let four = bytes[index..<index + 4]
        guard four.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return String(decoding: four, as: UTF8.self)
    }

    func starts(with prefix: [UInt8], at index: Int = 0) -> Bool {
        guard index >= 0, index <= count - prefix.count else { return false }
        return bytes[index...].starts(with: prefix)
    }
}

extension [UInt8] {
    /// The bytes of some ranges, one after the other.
    func joining(_ ranges: [Range<Int>]) -> [UInt8] {
        var joined: [UInt8] = []
        joined.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
        for range in ranges { joined += self[range] }
        return joined
    }
}
