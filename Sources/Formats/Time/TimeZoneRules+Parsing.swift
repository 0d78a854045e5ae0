extension TimeZoneRules {
    /// Seconds ahead of UTC that a zone may be (RFC 9636, section 3.2: utoff).
    static let sensibleOffsets = -89_999...93_599

    /// Reads compiled time zone data of version 1 or later, as `/usr/share/zoneinfo` holds them.
    package init(parsing bytes: [UInt8]) throws(TimeZoneError) {
        var reader = TimeZoneReader(bytes)
        let head = try reader.header()
        guard head.version > 0 else {
            self = try reader.block(head, timeBytes: 4)
            return
        }
        // Version 1 stands first for old readers; what counts is the block behind it, in 64 bits.
        try reader.skip(head.size(timeBytes: 4))
        let rules = try reader.block(try reader.header(), timeBytes: 8)
        self.init(
            transitions: rules.transitions,
            offsets: rules.offsets,
            first: rules.first,
            future: try reader.footer()
        )
    }
}

/// Takes numbers off the front of time zone data.
private struct TimeZoneReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func skip(_ count: Int) throws(TimeZoneError) {
        guard count <= bytes.count - position else { throw .cutShort }
        position += count
    }

    mutating func header() throws(TimeZoneError) -> TimeZoneHeader {
        let start = position
        guard bytes.count - start >= 4, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
            throw .noTimeZone
        }
        try skip(20)
        return TimeZoneHeader(
            version: bytes[start + 4],
            utcMarks: Int(try number(bytes: 4)),
            standardMarks: Int(try number(bytes: 4)),
            leapSeconds: Int(try number(bytes: 4)),
            transitions: Int(try number(bytes: 4)),
            types: Int(try number(bytes: 4)),
            letters: Int(try number(bytes: 4))
        )
    }

    mutating func block(_ head: TimeZoneHeader, timeBytes: Int) throws(TimeZoneError) -> TimeZoneRules {
        guard head.types > 0 else { throw .inconsistent }
        guard head.leapSeconds == 0 else { throw .countsLeapSeconds }
        let start = position
        try skip(head.size(timeBytes: timeBytes))
        let end = position
        position = start
        var transitions: [Int64] = []
        transitions.reserveCapacity(head.transitions)
        for _ in 0..<head.transitions { transitions.append(try signed(bytes: timeBytes)) }
        guard zip(transitions, transitions.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .inconsistent }
        let kinds = bytes[position..<position + head.transitions].map(Int.init)
        position += head.transitions
        var types: [Int] = []
        for _ in 0..<head.types {
            let offset = Int(try signed(bytes: 4))
            guard TimeZoneRules.sensibleOffsets.contains(offset) else { throw .inconsistent }
            types.append(offset)
            try skip(2)
        }
        guard kinds.allSatisfy({ $0 < types.count }) else { throw .inconsistent }
        position = end
        return TimeZoneRules(
            transitions: transitions,
            offsets: kinds.map { types[$0] },
            first: types[0],
            future: nil
        )
    }

    /// The rule between two line feeds at the end; nil if it's empty.
    mutating func footer() throws(TimeZoneError) -> POSIXTimeZone? {
        let newline = UInt8(ascii: "\n")
        guard position < bytes.count, bytes[position] == newline else { throw .badFooter }
        guard let end = bytes[(position + 1)...].firstIndex(of: newline) else { throw .badFooter }
        let text = bytes[(position + 1)..<end]
        guard !text.isEmpty else { return nil }
        guard let zone = POSIXTimeZone(parsing: text) else { throw .badFooter }
        return zone
    }

    private mutating func number(bytes count: Int) throws(TimeZoneError) -> UInt64 {
        guard count <= bytes.count - position else { throw .cutShort }
        var value: UInt64 = 0
        for _ in 0..<count {
            value = value << 8 | UInt64(bytes[position])
            position += 1
        }
        return value
    }

    private mutating func signed(bytes count: Int) throws(TimeZoneError) -> Int64 {
        let value = try number(bytes: count)
        return count == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
    }
}

/// How many of each thing a block of time zone data holds.
private struct TimeZoneHeader {
    let version: UInt8
    let utcMarks: Int
    let standardMarks: Int
    let leapSeconds: Int
    let transitions: Int
    let types: Int
    let letters: Int

    /// The bytes of the block; every count has 32 bits, so 64 bits can't overflow.
    func size(timeBytes: Int) -> Int {
        transitions * (timeBytes + 1) + types * 6 + letters + leapSeconds * (timeBytes + 4) + standardMarks
            + utcMarks
    }
}
