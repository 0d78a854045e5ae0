import Formats
import LiveMap
import Reports
import Testing

/// A queue is what its filter asks for, in its order, page by page, whatever happened to the index.
struct QueueTests {
    @Test(arguments: 1...6)
    func `any queue, read page by page, is the one that a naive map gives`(seed: UInt64) async throws {
        var story = Story(seed: seed * 31)
        let map = LiveMap(on: try MapDay("2026-06-30"))
        var naive = NaiveMap()
        for step in 1...40 {
            let marks = try (0..<story.choice(below: 160)).map { _ in try story.next(after: naive) }
            map.apply(marks)
            for mark in marks { naive.apply(mark) }
            if step % 9 == 0 { map.merge() }
            guard step % 4 == 0 else { continue }
            for turn in 0..<8 {
                let view = try Self.view(turn, of: &story, on: map.snapshot.day)
                let order = story.one(of: QueueOrder.allCases)
                let expected = naive.queue(view, by: order)
                let limit = story.one(of: [1, 7, 50])
                let pages = try pages(of: view, by: order, limit: limit, in: map)
                #expect(pages == expected.prefix(limit * 40).map { $0 }, "\(view) \(order)")
                let count = map.snapshot.queue(view, by: order, limit: limit).count
                #expect(count == expected.count)
                #expect(map.snapshot.count(of: view) == expected.count)
                #expect(min(map.snapshot.count(of: view, upTo: 9), 10) == min(expected.count, 10))
            }
        }
    }

    /// Any view, and every other time one of what is open alone, which queues mostly are.
    private static func view(_ turn: Int, of story: inout Story, on day: MapDay) throws -> MapView {
        var (_, view) = try story.look(on: day)
        guard turn.isMultiple(of: 2) else { return view }
        view.filter.evening = nil
        view.filter.states = .some(Set(ReportStatus.allCases.filter(\.isOpen)))
        return view
    }

    /// Up to forty pages, read as a reader would.
    private func pages(
        of view: MapView,
        by order: QueueOrder,
        limit: Int,
        in map: LiveMap
    ) throws -> [ReportNumber] {
        var numbers: [ReportNumber] = []
        var place: QueuePlace?
        for _ in 0..<40 {
            let page = map.snapshot.queue(view, by: order, after: place, limit: limit)
            #expect(page.places.count <= limit)
            numbers += page.places.map(\.number)
            guard page.hasMore else { break }
            let last = try #require(page.places.last)
            let next: QueuePlace = try #require(QueuePlace(parsing: last.description))
            place = next
        }
        return numbers
    }

    @Test(arguments: 1...4)
    func `counts beside a filter's choices add up to its queue`(seed: UInt64) throws {
        var story = Story(seed: seed * 77)
        let map = LiveMap(on: try MapDay("2026-06-30"))
        var naive = NaiveMap()
        for serial in 1...900 {
            let mark = try story.newcomer(serial: serial)
            map.apply([mark])
            naive.apply(mark)
        }
        let (now, soon) = (Timestamp(seconds: 1_772_000_000), Timestamp(seconds: 1_774_000_000))
        for turn in 0..<20 {
            let view = try Self.view(turn, of: &story, on: map.snapshot.day)
            let counts = map.snapshot.counts(of: view, at: now, soon: soon)
            let marks = naive.shown(view).map(\.mark)
            #expect(counts.total == marks.count)
            #expect(counts.statuses == marks.counted(by: \.status))
            #expect(counts.categories == marks.counted(by: \.category))
            #expect(counts.units == marks.counted(by: \.unit))
            #expect(counts.districts == marks.counted(by: \.district))
            #expect(counts.channels == marks.counted(by: \.queue.channel))
            #expect(counts.holders == marks.counted { $0.queue.assignee.map { .account($0) } ?? .nobody })
            #expect(counts.late == marks.count { $0.queue.due.map { $0 < now } ?? false })
            #expect(counts.soon == marks.count { $0.queue.due.map { (now..<soon).contains($0) } ?? false })
            #expect(counts.urgent == marks.count { $0.queue.isUrgent })
            #expect(counts.toReview == marks.count { $0.queue.needsReview })
            #expect(map.snapshot.counts(of: view, by: .status).statuses == counts.statuses)
            #expect(map.snapshot.counts(of: view, by: .category).categories == counts.categories)
            #expect(map.snapshot.counts(of: view, by: .unit).units == counts.units)
            #expect(map.snapshot.counts(of: view, by: .district).districts == counts.districts)
            #expect(map.snapshot.counts(of: view, by: .channel).channels == counts.channels)
            #expect(map.snapshot.counts(of: view, by: .channel).total == counts.total)
        }
    }

    @Test func `a change of hands alone changes no tile of the public`() throws {
        let changes = Changes()
        let map = LiveMap(on: try MapDay("2026-06-30")) { change, _ in changes.note(change) }
        let facts = QueueFacts(updated: Timestamp(seconds: 1_782_000_000))
        map.apply([try .sample(serial: 1, queue: facts)])
        #expect(changes.count == 1)
        var assigned = facts
        assigned.assignee = 3
        map.apply([try .sample(serial: 1, version: 2, queue: assigned)])
        #expect(changes.count == 1)
        var view = MapView(.everything, on: map.snapshot.day, for: .centre)
        view.filter.queue.holders = [.account(3)]
        #expect(map.snapshot.count(of: view) == 1)
    }

    @Test(arguments: [
        "", ".", "1.", ".KCK-2026-000001", "-1.KCK-2026-000001", "01.KCK-2026-000001",
        "4294967296.KCK-2026-000001", "1.KCK-2026-1", "1.2.KCK-2026-000001", "١.KCK-2026-000001",
    ])
    func `a place that no page gave is none`(text: String) {
        #expect(QueuePlace(parsing: text) == nil)
    }
}

extension [ReportMark] {
    fileprivate func counted<Key: Hashable>(by key: (ReportMark) -> Key) -> [Key: Int] {
        Dictionary(grouping: self, by: key).mapValues(\.count)
    }
}
