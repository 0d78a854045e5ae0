import Formats
import Geography
import Glibc
import LiveMap
import Reports

extension Looking {
    private static let plainMetres = 50.0
    private static let plainDays: Int64 = 60

    /// What a database can be asked as well: one category, within 50 m, not closed more than 60 days ago.
    static func plainQuestions(
        at moment: Timestamp,
        _ random: inout Lottery,
        _ marks: [ReportMark],
        writtenTo path: String
    ) throws -> [NearQuestion] {
        guard let file = unsafe fopen(path, "w") else { throw UnreadableLine(text: path) }
        defer { unsafe fclose(file) }
        unsafe fputs("\(moment.microseconds / 1_000_000)\n", file)
        return (1...lookups).map { number in
            let mark = marks[random.choice(below: marks.count)]
            let place = mark.coordinate
            unsafe fputs("\(number)\t\(mark.category)\t\(place.longitude)\t\(place.latitude)\n", file)
            return NearQuestion(
                at: place,
                within: plainMetres,
                categories: [mark.category: 0],
                moment: moment,
                closedSince: moment.advanced(bySeconds: -plainDays * 86_400),
                metresPerDay: 0,
                mostMetresForAge: 0,
                metresForClosed: 0,
                limit: 40
            )
        }
    }
}
