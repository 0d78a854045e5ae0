import Foundation
import Testing

@testable import Formats

struct TimeZoneRulesTests {
    @Test(arguments: [
        // Summer time begins: there is no half past two.
        (1_743_296_399, "2025-03-30", 7_199, 3_600),
        (1_743_296_400, "2025-03-30", 10_800, 7_200),
        // It ends: the hour from two comes twice.
        (1_761_440_399, "2025-10-26", 10_799, 7_200),
        (1_761_440_400, "2025-10-26", 7_200, 3_600),
        // The city's new year is an hour before that of UTC.
        (1_735_685_999, "2024-12-31", 86_399, 3_600),
        (1_735_686_000, "2025-01-01", 0, 3_600),
        (0, "1970-01-01", 3_600, 3_600),
        // Behind the table, where only the rule at its end speaks.
        (2_540_462_400, "2050-07-03", 14 * 3_600, 7_200),
        (4_102_444_800, "2100-01-01", 3_600, 3_600),
        // Before it: Warsaw's own time, 84 minutes ahead.
        (-3_000_000_000, "1874-12-07", 72_240, 5_040),
    ])
    func `Warsaw's clocks show what they showed`(
        seconds: Int,
        date: String,
        secondOfDay: Int,
        offset: Int
    ) throws {
        let local = try Zone("Europe/Warsaw").rules.local(Timestamp(seconds: Int64(seconds)))
        #expect(local.date.description == date)
        #expect(local.secondOfDay == secondOfDay)
        #expect(local.offset == offset)
    }

    @Test(arguments: [
        "Europe/Warsaw", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
        "Etc/UTC",
        "America/St_Johns", "Pacific/Auckland",
    ])
    func `clocks agree with another reader of the same zones`(name: String) throws {
        let rules = try Zone(name).rules
        let oracle = try #require(TimeZone(identifier: name))
        var generator = SeededGenerator(seed: 0x7A6F6E65)
        for _ in 0..<4_000 {
            // 1971 to 2095.
            let seconds = Int64.random(in: 31_536_000...3_950_000_000, using: &generator)
            let local = rules.local(Timestamp(seconds: seconds))
            let expected = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            #expect(local.offset == expected, "\(seconds)")
            #expect(local.date.daysSince1970 * 86_400 + Int64(local.secondOfDay - local.offset) == seconds)
        }
    }

    @Test func `the first and the last moment of time stamps have a local time`() throws {
        let rules = try Zone("Europe/Warsaw").rules
        for moment in [Timestamp(microseconds: .min), Timestamp(microseconds: .max)] {
            #expect((0..<86_400).contains(rules.local(moment).secondOfDay))
        }
    }

    @Test func `a footer without transitions is enough, and version 1 does without a footer`() throws {
        let footer = TimeZoneFile(footer: "CET-1CEST,M3.5.0,M10.5.0/3").bytes
        let july = Timestamp(seconds: 1_751_328_000)
        #expect(try TimeZoneRules(parsing: footer).local(july).offset == 7_200)
        let old = TimeZoneFile(
            version: 0,
            types: [(3_600, 0), (7_200, 1)],
            transitions: [(1_743_296_400, 1)]
        )
        let rules = try TimeZoneRules(parsing: old.bytes)
        #expect(rules.local(july).offset == 7_200)
        #expect(rules.local(Timestamp(seconds: 0)).offset == 3_600)
    }

    @Test func `bytes that are no time zone are refused with the reason`() throws {
        let good = TimeZoneFile(footer: "CET-1").bytes
        var leaping = TimeZoneFile(footer: "CET-1")
        leaping.leapSeconds = 1
        let cases: [([UInt8], TimeZoneError)] = [
            ([], .noTimeZone),
            (Array("GZif".utf8) + good.dropFirst(4), .noTimeZone),
            (Array(good.prefix(30)), .cutShort),
            (Array(good.dropLast(8)), .cutShort), (Array(good.dropLast(7)), .badFooter),
            (Array(good.dropLast(1)), .badFooter),
            (TimeZoneFile(footer: "CET-25").bytes, .badFooter),
            (TimeZoneFile(types: [], footer: "").bytes, .inconsistent),
            (TimeZoneFile(types: [(100_000, 0)], footer: "").bytes, .inconsistent),
            (TimeZoneFile(transitions: [(5, 1)], footer: "").bytes, .inconsistent),
            (TimeZoneFile(transitions: [(5, 0), (5, 0)], footer: "").bytes, .inconsistent),
            (leaping.bytes, .countsLeapSeconds),
        ]
        for (position, (bytes, error)) in cases.enumerated() {
            #expect(throws: error, "case \(position)") { try TimeZoneRules(parsing: bytes) }
        }
    }

    @Test func `no bytes trap`() throws {
        let seed = try Zone("Europe/Warsaw").bytes
        var generator = SeededGenerator(seed: 0x545A6966)
        var read = 0
        for _ in 0..<5_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                let position = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.removeSubrange(position...)
                case 2: bytes.remove(at: position)
                default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: position)
                }
            }
            guard let rules = try? TimeZoneRules(parsing: bytes) else { continue }
            read += 1
            for seconds in [Int64.min, -1, 0, 1_743_296_400, 9_000_000_000, .max] {
                let local = rules.local(Timestamp(seconds: seconds))
                #expect((0..<86_400).contains(local.secondOfDay))
            }
        }
        #expect(read > 100)
    }
}

/// A zone of the system's data.
private struct Zone {
    let bytes: [UInt8]
    let rules: TimeZoneRules

    init(_ name: String) throws {
        bytes = Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)")))
        rules = try TimeZoneRules(parsing: bytes)
    }
}

/// Time zone data made to measure.
private struct TimeZoneFile {
    var version: UInt8 = 2
    var types: [(offset: Int32, isSummer: UInt8)] = [(3_600, 0)]
    var transitions: [(seconds: Int64, type: UInt8)] = []
    var leapSeconds: UInt32 = 0
    var footer: String?

    var bytes: [UInt8] {
        guard version > 0 else { return block(wide: false) }
        return block(wide: false) + block(wide: true) + Array("\n\(footer ?? "")\n".utf8)
    }

    private func block(wide: Bool) -> [UInt8] {
        var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        for count in [0, 0, leapSeconds, UInt32(transitions.count), UInt32(types.count), 4] {
            bytes += big(Int64(count), 4)
        }
        for transition in transitions { bytes += big(transition.seconds, wide ? 8 : 4) }
        bytes += transitions.map(\.type)
        for type in types { bytes += big(Int64(type.offset), 4) + [type.isSummer, 0] }
        bytes += Array("CET\0".utf8)
        bytes += [UInt8](repeating: 0, count: Int(leapSeconds) * (wide ? 12 : 8))
        return bytes
    }

    private func big(_ value: Int64, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
