import Formats

/// The time that a list is about: what was asked for, or the ninety days before now.
struct TimeWindow: Equatable {
    /// The longest, in days, as the standard has it.
    static let mostDays: Int64 = 90
    private static let day: Int64 = 86_400

    let from: Timestamp
    /// Its end, which does not belong to it.
    let until: Timestamp

    /// Reads `start_date` and `end_date`; where one is missing, it lies ninety days from the other.
    ///
    /// A span that is longer, or runs backwards, is an error and not cut: a client that got less than it asked for
    /// would take what is missing for not there.
    init(reading reader: inout QueryReader, now: Timestamp) {
        let start = reader.moment(named: "start_date")
        let end = reader.moment(named: "end_date")
        let most = TimeWindow.mostDays * TimeWindow.day
        // Whole seconds are shown: who asks up to the second of a report has to find it.
        let until = end.map { Timestamp(seconds: $0.seconds).advanced(bySeconds: 1) }
        from = start ?? (end ?? now).advanced(bySeconds: -most)
        self.until = until ?? start.map { $0.advanced(bySeconds: most) } ?? now.advanced(bySeconds: 1)
        guard let start, let end else { return }
        if end < start {
            reader.report("end_date", "range", TimeWindow.backwards)
        } else if start.advanced(bySeconds: most) < end {
            reader.report("end_date", "range", TimeWindow.tooLong(from: start.advanced(bySeconds: most)))
        }
    }

    private static let backwards = LocalizedText(
        pl: "Koniec przypada przed początkiem (start_date).",
        en: "The end lies before the beginning (start_date)."
    )

    private static func tooLong(from last: Timestamp) -> LocalizedText {
        LocalizedText(
            pl: "Najwyżej \(mostDays) dni od start_date, czyli do \(last).",
            en: "At most \(mostDays) days after start_date, that is until \(last)."
        )
    }
}

extension QueryReader {
    /// A moment, if it is there.
    mutating func moment(named name: String) -> Timestamp? {
        parsed(name, GeoReportMoment.expected) { GeoReportMoment.parsed($0) }
    }
}
