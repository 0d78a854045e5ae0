import Formats
import HTTP
import Reports
import Territory

/// What staff may ask besides of their queue and its map.
extension QueueFilter {
    /// How far off what is due soon may be: to the end of the next working day.
    static func soon(after now: Timestamp, in city: City) -> Timestamp {
        let days = WorkingDays(calendar: city.holidays, zone: city.timeZone)
        return days.end(of: days.day(1, after: days.day(at: now)))
    }

    /// The words of the parameter `due`.
    static let dueWords = ["late", "soon"]
    /// The words of the parameter `mark`.
    static let marks = ["urgent", "review", "asked"]

    /// Reads the parameters `holder`, `due`, `channel` and `mark`.
    ///
    /// - Parameters:
    ///   - reader: the query.
    ///   - account: who asks: whom `me` stands for.
    ///   - unit: the unit that `asked` is about; nil for who belongs to none.
    ///   - city: whose working days count.
    ///   - now: what is late by now.
    init(
        reading reader: inout QueryReader,
        by account: Int,
        of unit: String?,
        in city: City,
        at now: Timestamp
    ) {
        self.init()
        holders = reader.parsed("holder", .unfitHolder) { QueueFilter.holders($0, me: account) }
        switch reader.choice("due", of: QueueFilter.dueWords) {
        case "late": dueUntil = now
        case "soon": (dueFrom, dueUntil) = (now, QueueFilter.soon(after: now, in: city))
        default: break
        }
        channels = reader.choices("channel", of: Channel.allCases.map(\.rawValue))
            .map { Set($0.compactMap { Channel(rawValue: $0) }) }
        let marks = reader.choices("mark", of: QueueFilter.marks) ?? []
        isUrgent = marks.contains("urgent")
        needsReview = marks.contains("review")
        if marks.contains("asked") {
            asked = unit
            if unit == nil { reader.report("mark", "choice", .noUnit) }
        }
    }

    private static func holders(_ text: String, me account: Int) -> Set<Holder>? {
        let words = text.split(separator: ",", omittingEmptySubsequences: false)
        guard words.count <= 32 else { return nil }
        var holders: Set<Holder> = []
        for word in words {
            switch word {
            case "me": holders.insert(.account(account))
            case "nobody": holders.insert(.nobody)
            default:
                guard let number = Int(word), (1...Int(Int32.max)).contains(number) else { return nil }
                holders.insert(.account(number))
            }
        }
        return holders
    }
}

extension LocalizedText {
    fileprivate static let unfitHolder = LocalizedText(
        pl: "Oczekiwano: me, nobody albo numeru konta.",
        en: "Expected me, nobody or the number of an account."
    )
    fileprivate static let noUnit = LocalizedText(
        pl: "To konto nie należy do jednostki, którą można zapytać.",
        en: "This account belongs to no unit that could be asked."
    )
}
