import Formats
import Geography
import Reports
import Testing

@testable import LiveMap

/// Whatever happened to the reports, those near a place are those that looking at every one of them finds.
struct NearPropertyTests {
    @Test(arguments: 1...6)
    func `any sequence of changes gives the reports that a naive map finds`(seed: UInt64) async throws {
        var story = Story(seed: 100 + seed)
        let map = LiveMap(on: try MapDay("2026-06-30"))
        var naive = NaiveMap()
        if seed % 2 == 0 {
            let marks = try (1...900).map { try story.newcomer(serial: $0) }
            await map.refill { take in take(marks) }
            for mark in marks { naive.apply(mark) }
        }
        var found = 0
        for step in 1...50 {
            let marks = try (0..<story.choice(below: 120)).map { _ in try story.next(after: naive) }
            map.apply(marks)
            for mark in marks { naive.apply(mark) }
            if step % 7 == 0 { map.merge() }
            if step % 10 == 0 {
                naive.withheld = step % 20 == 0 ? ["noise"] : []
                map.withhold(naive.withheld)
            }
            for _ in 0..<8 {
                let question = try story.question()
                let reports = map.snapshot.near(question)
                #expect(reports == naive.near(question), "\(question)")
                found += reports.count
            }
        }
        #expect(found > 1_000, "the story has something to be found")
    }

    @Test func `answers do not depend on how the index came about`() async throws {
        var story = Story(seed: 31)
        let day = try MapDay("2026-06-30")
        let (one, other) = (LiveMap(on: day), LiveMap(on: day))
        let marks = try (1...2_000).map { try story.newcomer(serial: $0) }
        await one.refill { take in take(marks) }
        for mark in marks.shuffled(using: &story.random) { other.apply([mark]) }
        for _ in 0..<100 {
            let question = try story.question()
            #expect(one.snapshot.near(question) == other.snapshot.near(question))
        }
    }
}
