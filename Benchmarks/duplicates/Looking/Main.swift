import Formats
import Geography
import Glibc
import LiveMap
import Reports

/// How many times a second the live map is asked what is near a place, on one core: the first step of comparing reports.
@main
struct Looking {
    private static let usage = """
        usage: Looking COUNT [FILE [QUESTIONS]]

        Asks 200,000 times at the places of random reports, out of so many of a file that export.sql wrote, or of made-up
        ones. Prints JSON. With QUESTIONS it asks as a database does, for one category within 50 m, and writes what it
        asks into that file: number, category, longitude, latitude; the first line is the moment of asking, in seconds.
        """
    static let lookups = 200_000

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let count = arguments.first.flatMap({ Int($0) }), count > 0, arguments.count <= 3 else {
            print(usage)
            exit(2)
        }
        do {
            let marks = try marks(count, of: arguments.dropFirst().first)
            try await run(marks, questions: arguments.dropFirst(2).first)
        } catch {
            print("Looking: \(error)")
            exit(1)
        }
    }

    private static func marks(_ count: Int, of path: String?) throws -> [ReportMark] {
        if let path { return try PointExport.read(path, most: count) }
        var city = MadeUpCity(seed: 88_172_645_463_325_252)
        return (1...count).compactMap { city.mark(serial: $0) }
    }

    private static func run(_ marks: [ReportMark], questions path: String?) async throws {
        guard let latest = marks.map(\.created).max() else { return print("Looking: no reports") }
        let day = MapDay(
            date: latest.date,
            closedSince: latest.advanced(bySeconds: -30 * 86_400),
            end: latest.advanced(bySeconds: 86_400)
        )
        let map = LiveMap(on: day)
        // As in a running service, most are in one run and what is new in a few small ones.
        let known = marks.count - marks.count / 100
        await map.refill { take in take(Array(marks[..<known])) }
        for mark in marks[known...] { map.apply([mark]) }
        map.merge()
        let snapshot = map.snapshot
        var random = Lottery(seed: 7)
        let questions =
            try path.map { try plainQuestions(at: latest, &random, marks, writtenTo: $0) }
            ?? (0..<lookups).map { _ in question(at: latest, &random, marks) }
        var found = 0
        var firstFound = 0
        var checksum: UInt64 = 0
        let start = ContinuousClock.now
        for (index, question) in questions.enumerated() {
            let reports = snapshot.near(question)
            found += reports.count
            if index < 5_000 { firstFound = found }
            for report in reports { checksum = checksum &* 31 &+ report.number.key }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        var json = JSONWriter(reserving: 256)
        json.beginObject()
        json.key("reports")
        json.integer(marks.count)
        json.key("lookups_a_second")
        json.integer(Int(Double(lookups) / seconds))
        json.key("candidates_a_lookup")
        json.number((Double(found) / Double(lookups) * 100).rounded() / 100)
        json.key("first_found")
        json.integer(firstFound)
        json.key("checksum")
        json.string(String(checksum, radix: 16))
        json.endObject()
        print(String(decoding: json.bytes, as: UTF8.self))
    }

    /// As a new report asks: mostly within 150 m, its own category and up to four that are like it.
    private static func question(
        at moment: Timestamp,
        _ random: inout Lottery,
        _ marks: [ReportMark]
    ) -> NearQuestion {
        let mark = marks[random.choice(below: marks.count)]
        var categories = [mark.category: 0.0]
        for _ in 0..<random.choice(below: 5) {
            categories[marks[random.choice(below: marks.count)].category, default: 60] += 0
        }
        return NearQuestion(
            at: mark.coordinate,
            within: random.choice(below: 10) < 8 ? 150 : random.choice(below: 2) == 0 ? 50 : 400,
            categories: categories,
            moment: moment,
            closedSince: moment.advanced(bySeconds: -90 * 86_400),
            metresPerDay: 0.5,
            mostMetresForAge: 60,
            metresForClosed: 40,
            limit: 40
        )
    }
}
