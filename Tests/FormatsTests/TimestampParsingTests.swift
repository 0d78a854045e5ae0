import Formats
import Testing

struct TimestampParsingTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2024-12-31T23:59:59+01:00", 1_735_685_999_000_000),
            ("2025-01-01t00:00:00+01:00", 1_735_686_000_000_000),
            ("2026-06-30T12:00:00.25z", 1_782_820_800_250_000),
            ("2016-12-31T23:59:60Z", 1_483_228_799_000_000), ("1969-12-31T23:59:59.9999999Z", -1),
        ] as [(String, Int64)]
    )
    func `a moment is read to the microsecond`(text: String, microseconds: Int64) {
        #expect(Timestamp(parsing: text)?.microseconds == microseconds)
    }

    @Test(arguments: [
        "", "2026-06-30", "2026-06-30T12:00:00", "2026-06-30 12:00:00Z", "2026-02-29T12:00:00Z",
        "2026-06-30T24:00:00Z", "2026-06-30T12:60:00Z", "2026-06-30T12:00:00.Z", "2026-06-30T12:00:00+2",
        "2026-06-30T12:00:00+02:0", "2026-06-30T12:00:00ZZ", "2026-06-30T12:00:0٣Z",
        "2026-06-30T12:00:00.11111111111111111111111111111111111111Z",
    ])
    func `what is no moment is refused`(text: String) {
        #expect(Timestamp(parsing: text) == nil)
    }

    @Test func `a moment is read back as it was printed`() {
        for second in stride(from: Int64(-60_000_000_000), to: 250_000_000_000, by: 1_234_567_891) {
            let moment = Timestamp(seconds: second)
            #expect(Timestamp(parsing: moment.description) == moment)
        }
    }
}
