import Formats
import Testing

@testable import PostgreSQL

/// What can be known of the codec without a server.
@Suite struct CodecTests {
    private func decode<Value: ColumnDecodable>(
        _: Value.Type,
        _ bytes: [UInt8],
        _ type: ColumnType
    ) -> Result<Value, ColumnProblem> {
        Result { () throws(ColumnProblem) in try Value(column: bytes.span, type: type) }
    }

    private func encode(_ value: some ColumnEncodable) -> [UInt8] {
        var bytes: [UInt8] = []
        value.encode(into: &bytes)
        return bytes
    }

    @Test func `a value of another type is refused`() {
        #expect(decode(Int64.self, [0, 0, 0, 0, 0, 0, 0, 1], .text) == .failure(.wrongType(.text)))
        #expect(decode(String.self, [65], .bytea) == .failure(.wrongType(.bytea)))
        #expect(decode([Int64].self, [], .int4Array) == .failure(.wrongType(.int4Array)))
    }

    @Test(arguments: [0, 1, 3, 5, 7, 9, 16])
    func `a value of another length is refused`(length: Int) {
        let bytes = [UInt8](repeating: 1, count: length)
        #expect(decode(Int64.self, bytes, .int8) == .failure(.wrongLength(length)))
        #expect(decode(Int32.self, bytes, .int4) == .failure(.wrongLength(length)))
        #expect(decode(Double.self, bytes, .float8) == .failure(.wrongLength(length)))
        #expect(decode(Timestamp.self, bytes, .timestamptz) == .failure(.wrongLength(length)))
    }

    @Test func `small integers widen and never narrow`() {
        #expect(decode(Int64.self, [255, 254], .int2) == .success(-2))
        #expect(decode(Int.self, [255, 255, 255, 253], .int4) == .success(-3))
        #expect(decode(Int32.self, [0, 0, 0, 0, 0, 0, 0, 1], .int8) == .failure(.wrongType(.int8)))
    }

    @Test func `text that is not UTF-8 is malformed`() {
        #expect(decode(String.self, [0xC3, 0x28], .text) == .failure(.malformed))
    }

    @Test(arguments: [Int64.min, Int64.max, Int64.max - 1])
    func `a moment beyond our calendar is out of range`(raw: Int64) {
        #expect(decode(Timestamp.self, encode(raw), .timestamptz) == .failure(.outOfRange))
    }

    @Test(arguments: [Int32.min, Int32.max])
    func `an infinite day is out of range`(raw: Int32) {
        #expect(decode(CalendarDay.self, encode(raw), .date) == .failure(.outOfRange))
    }

    @Test func `1970 is zero`() {
        #expect(
            decode(Timestamp.self, encode(Int64(-946_684_800_000_000)), .timestamptz).map(\.microseconds)
                == .success(0)
        )
        #expect(decode(CalendarDay.self, encode(Int32(-10_957)), .date).map(\.daysSince1970) == .success(0))
    }

    @Test func `jsonb of an unknown version is malformed`() {
        #expect(decode(JSONText.self, [2, 123, 125], .jsonb) == .failure(.malformed))
        #expect(decode(JSONText.self, [], .jsonb) == .failure(.malformed))
        #expect(decode(JSONText.self, [], .json) == .success(JSONText(utf8: [])))
    }

    @Test func `a uuid prints as usual`() {
        let uuid = UUIDBytes(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)
        #expect(uuid.description == "01234567-89ab-cdef-fedc-ba9876543210")
    }

    @Test func `an array that lies about its length is malformed`() {
        var bytes = encode([Int64(1), Int64(2)])
        bytes[12] = 0x7F
        #expect(decode([Int64].self, bytes, .int8Array) == .failure(.malformed))
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `random bytes are a value or a problem, never a trap`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            var bytes = encode([Int64(1), Int64(2), Int64(3)])
            if Bool.random(using: &random) {
                bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    .random(in: .min ... .max, using: &random)
                }
            } else {
                for _ in 0..<3 {
                    bytes[.random(in: bytes.indices, using: &random)] = .random(
                        in: .min ... .max,
                        using: &random
                    )
                }
                bytes.removeLast(.random(in: 0..<8, using: &random))
            }
            _ = decode([Int64].self, bytes, .int8Array)
            _ = decode([String].self, bytes, .textArray)
            _ = decode([UInt8].self, bytes, .bytea)
            _ = decode(String.self, bytes, .text)
            _ = decode(UUIDBytes.self, bytes, .uuid)
            _ = decode(Bool.self, bytes, .bool)
            _ = decode(JSONText.self, bytes, .jsonb)
            var reader = CopyReader(width: 2)
            _ = try? reader.read((CopyFormat.signature + [0, 0, 0, 0, 0, 0, 0, 0]).span)
            _ = try? reader.read(bytes.span)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `what is encoded decodes to itself`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let wide = Int64.random(in: .min ... .max, using: &random)
        let narrow = Int32.random(in: .min ... .max, using: &random)
        let double = Double(bitPattern: random.next() & 0x7FEF_FFFF_FFFF_FFFF)
        let text = String(
            (0..<50).map { _ in Character(Unicode.Scalar(UInt8.random(in: 1...255, using: &random))) }
        )
        let moment = Timestamp(microseconds: wide / 4)
        let uuid = UUIDBytes(high: random.next(), low: random.next())
        #expect(decode(Int64.self, encode(wide), .int8) == .success(wide))
        #expect(decode(Int32.self, encode(narrow), .int4) == .success(narrow))
        #expect(decode(Double.self, encode(double), .float8) == .success(double))
        #expect(decode(String.self, encode(text), .text) == .success(text))
        #expect(decode(Timestamp.self, encode(moment), .timestamptz) == .success(moment))
        #expect(decode(UUIDBytes.self, encode(uuid), .uuid) == .success(uuid))
        #expect(decode([String].self, encode([text, "", text]), .textArray) == .success([text, "", text]))
        #expect(decode([UUIDBytes].self, encode([uuid]), .uuidArray) == .success([uuid]))
    }
}
