import Formats
import Reports
import Territory

/// The time that `datetime` asks for: an instant, a day of the city, or an interval whose ends may be open.
///
/// Moments are printed in whole seconds, so these decide: who asks for the second that stands in an answer finds it.
struct AskedTime: Equatable {
    /// The first moment that belongs to it; nil if it has no beginning.
    let from: Timestamp?
    /// The first moment after it; nil if it has no end.
    let until: Timestamp?

    /// Reads an instant (`2026-06-30T12:00:00Z`), a day (`2026-06-30`) or an interval (`2026-06-01/..`).
    init?(parsing text: String, in zone: TimeZoneRules) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch ends.count {
        case 1:
            guard let moment = Span(text, in: zone) else { return nil }
            (from, until) = (moment.start, moment.end)
        case 2:
            let isOpen = ends.map { $0.isEmpty || $0 == ".." }
            let first = Span(ends[0], in: zone)
            let last = Span(ends[1], in: zone)
            guard first != nil || isOpen[0], last != nil || isOpen[1] else { return nil }
            if let first, let last, last.moment < first.moment { return nil }
            (from, until) = (first?.start, last?.end)
        default: return nil
        }
    }

    /// The days of the city that belong to it.
    func days(in zone: TimeZoneRules) -> Validity {
        let last = until.map { zone.local($0.advanced(bySeconds: -1)).date }
        return Validity(
            from: from.map { zone.local($0).date },
            until: last.map { CivilDate(daysSince1970: $0.daysSince1970 + 1) }
        )
    }

    static let expected = LocalizedText(
        pl: "Oczekiwano chwili (2026-06-30T12:00:00Z), dnia (2026-06-30) albo przedziału (2026-06-01/..).",
        en: "Expected an instant (2026-06-30T12:00:00Z), a day (2026-06-30) or an interval (2026-06-01/..)."
    )
}

extension AskedTime {
    /// One end as it is written.
    private struct Span {
        let moment: Timestamp
        /// The first whole second that is not before it.
        let start: Timestamp
        /// The second after the last one that is not after it.
        let end: Timestamp

        init?(_ text: String, in zone: TimeZoneRules) {
            if let day = CivilDate(parsing: text) {
                moment = zone.start(of: day)
                start = moment
                end = zone.start(of: CivilDate(daysSince1970: day.daysSince1970 + 1))
                return
            }
            guard let moment = Timestamp(parsing: Span.mended(text)) else { return nil }
            self.moment = moment
            let second = Timestamp(seconds: moment.seconds)
            start = second == moment ? moment : second.advanced(bySeconds: 1)
            end = second.advanced(bySeconds: 1)
        }

        /// A `+` before a zone that a client left as it is has become a space by the time a query is decoded.
        private static func mended(_ text: String) -> String {
            var bytes = Array(text.utf8)
            if bytes.count > 6, bytes[bytes.count - 6] == UInt8(ascii: " ") {
                bytes[bytes.count - 6] = UInt8(ascii: "+")
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
