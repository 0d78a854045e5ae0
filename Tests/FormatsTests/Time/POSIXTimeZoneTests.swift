import Testing

@testable import Formats

struct POSIXTimeZoneTests {
    private func zone(_ text: String) -> POSIXTimeZone? {
        POSIXTimeZone(parsing: Array(text.utf8)[...])
    }

    @Test(arguments: [
        "", "CE-1", "CET", "CET-", "CET-25", "CET-1:60", "CET-1CEST", "CET-1CEST,M3.5.0",
        "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.0.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0",
        "CET-1CEST,J0,J366",
        "CET-1CEST,366,1", "CET-1CEST,J1/168,J2", "CET-1CEST,J1/,J2", "CET-1CEST,J1,J2,", "<+01-1", "<>-1",
        "C1T-1", "CET-0001", "CET-1CEST,M3.5.0,M10.5.0/3 ",
    ])
    func `a text that POSIX doesn't allow is no zone`(text: String) {
        #expect(zone(text) == nil)
    }

    @Test(arguments: [
        // A quoted name, half hours, seconds, an own offset of summer time.
        ("<+0330>-3:30", 0, 12_600),
        ("LMT-1:24:00", 0, 5_040),
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", 1_751_328_000, -7_200),
        ("AAA+5BBB+3,J60/0,J300/0", 1_751_328_000, -10_800),
        // On the southern half of the globe summer lasts over new year.
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_735_689_600, 39_600),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_751_328_000, 36_000),
        // Summer time all year, as RFC 9636 writes it.
        ("XXX3EDT4,0/0,J365/23", 1_735_689_600, -14_400),
        ("XXX3EDT4,0/0,J365/23", 1_751_328_000, -14_400),
    ])
    func `a zone says how far ahead its clocks are`(text: String, seconds: Int, offset: Int) {
        #expect(zone(text)?.offset(at: Int64(seconds)) == offset)
    }

    @Test func `days are counted with and without the leap day`() throws {
        // 2024-03-01T00:00Z and 2023-03-01T00:00Z.
        for (march, leap) in [(1_709_251_200, 60), (1_677_628_800, 59)] as [(Int64, Int)] {
            let counted = try #require(zone("UTC0SUM-1,J60/0,J300/0"))
            let zeroBased = try #require(zone("UTC0SUM-1,\(leap)/0,300/0"))
            for summer in [counted, zeroBased] {
                #expect(summer.offset(at: march - 1) == 0)
                #expect(summer.offset(at: march) == 3_600)
            }
        }
    }

    @Test func `the fifth Sunday is the last of its month`() throws {
        let summer = try #require(zone("UTC0SUM-1,M2.5.0/0,M12.1.0/0"))
        // 2026-02-22 is the last Sunday of a February of exactly four weeks.
        #expect(summer.offset(at: 1_771_718_399) == 0)
        #expect(summer.offset(at: 1_771_718_400) == 3_600)
    }
}
