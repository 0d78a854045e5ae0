import TestSupport
import Testing

@testable import Formats

@Suite struct JSONRoundTripTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `what is written reads back equal`(_ seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let value = Self.value(depth: 4, &random)
        var writer = JSONWriter()
        writer.value(value)
        #expect(try JSON.parse(writer.bytes) == value)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a damaged text is read or refused`(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        var writer = JSONWriter()
        writer.value(Self.value(depth: 4, &random))
        for _ in 0..<20 {
            var bytes = writer.bytes
            let place = bytes.indices.randomElement(using: &random) ?? 0
            bytes[place] = UInt8.random(in: .min ... .max, using: &random)
            do {
                _ = try JSON.parse(bytes)
            } catch {
                #expect((0...bytes.count).contains(error.offset))
            }
        }
    }

    private static func value(depth: Int, _ random: inout SeededGenerator) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .number(JSONNumber(Int64(bitPattern: random.next())))
        case 3: return JSONNumber(Double(bitPattern: random.next())).map(JSON.number) ?? .null
        case 4: return .string(text(&random))
        case 5:
            return .array(
                (0..<Int.random(in: 0..<6, using: &random)).map { _ in value(depth: depth - 1, &random) }
            )
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0..<12, using: &random) {
                _ = object.append(text(&random), value(depth: depth - 1, &random))
            }
            return .object(object)
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "ż", "\"", "\\", "<", "\u{0}", "\n", "\u{2028}", "🙂", "\u{301}", "/",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<10, using: &random) {
            text.append(scalars.randomElement(using: &random) ?? "a")
        }
        return String(text)
    }
}
