import TestSupport
import Testing

@testable import Doors

struct BucketTableTests {
    private static let second: Int64 = 1_000_000_000
    private let rate = Rate(burst: 3, perSecond: 2)

    @Test func `a burst passes at once, then the rate, and who waits as told gets through`() {
        var table = BucketTable<String>(capacity: 8)
        let burst = (0..<3).map { _ in table.take("a", rate, now: 0) }
        #expect(burst == [nil, nil, nil])
        #expect(table.take("a", rate, now: 0) == Self.second / 2)
        #expect(table.take("a", rate, now: Self.second / 4) == Self.second / 4)
        #expect(table.take("a", rate, now: Self.second / 2) == nil)
        #expect(table.take("a", rate, now: Self.second / 2) != nil)
        #expect(table.take("b", rate, now: Self.second / 2) == nil)
        let later = (0..<4).map { _ in table.take("a", rate, now: 100 * Self.second) }
        #expect(later.count { $0 == nil } == 3)
    }

    @Test func `a full bucket is forgotten for a new one, before any busy one`() {
        var table = BucketTable<String>(capacity: 3)
        for _ in 0..<3 { _ = table.take("busy", rate, now: 0) }
        _ = table.take("brief", rate, now: 0)
        // 'brief' is full again after half a second, 'busy' after one and a half.
        _ = table.take("new", rate, now: Self.second)
        #expect(table.count == 2)
        #expect(!table.holds("brief"))
        #expect(table.take("busy", rate, now: Self.second) == nil)
    }

    @Test func `of busy ones that which has least to lose goes`() {
        var table = BucketTable<String>(capacity: 2)
        for _ in 0..<3 { _ = table.take("spent", rate, now: 0) }
        _ = table.take("fresh", rate, now: 1)
        _ = table.take("new", rate, now: 2)
        #expect(table.count == 2)
        #expect(table.holds("spent"))
        #expect(!table.holds("fresh"))
        #expect(table.take("spent", rate, now: 3) != nil)
    }

    @Test func `a flood of names does not grow the table, nor free who is refused`() {
        var table = BucketTable<Int>(capacity: 100)
        for _ in 0..<4 { _ = table.take(-1, rate, now: 0) }
        for name in 0..<10_000 { _ = table.take(name, rate, now: Int64(name)) }
        #expect(table.count == 100)
        #expect(table.take(-1, rate, now: 10_000) != nil)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `in no window pass more than the burst and the rate times its length`(seed: UInt64) {
        var random = SeededGenerator(seed)
        let rate = Rate(
            burst: Int.random(in: 1...20, using: &random),
            perSecond: Int.random(in: 1...3_000, using: &random)
        )
        var table = BucketTable<Int>(capacity: 4)
        var passed: [Int: [Int64]] = [:]
        var refused = 0
        var now: Int64 = 0
        for _ in 0..<2_000 {
            now +=
                Int64.random(in: 0...(2 * rate.cost), using: &random)
                / Int64.random(in: 1...8, using: &random)
            let name = Int.random(in: 0...2, using: &random)
            if let wait = table.take(name, rate, now: now) {
                refused += 1
                #expect(wait > 0 && wait <= rate.cost)
            } else {
                passed[name, default: []].append(now)
            }
        }
        for times in passed.values {
            for first in times.indices {
                for last in first..<min(first + 200, times.count) {
                    let window = Double(times[last] - times[first]) / 1e9
                    let most = Double(rate.burst) + Double(rate.perSecond) * window
                    #expect(Double(last - first + 1) <= most + 1e-6)
                }
            }
        }
        #expect(!passed.isEmpty)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `a table with room for all is as a bucket for each`(seed: UInt64) {
        var random = SeededGenerator(seed)
        var table = BucketTable<Int>(capacity: 1_000)
        var alone: [Int: Int64] = [:]
        var now: Int64 = 0
        for _ in 0..<5_000 {
            now += Int64.random(in: 0...50_000_000, using: &random)
            let name = Int.random(in: 0...30, using: &random)
            let fullAt = max(alone[name] ?? 0, now) + rate.cost
            let passes = fullAt - now <= rate.room
            if passes { alone[name] = fullAt }
            #expect((table.take(name, rate, now: now) == nil) == passes)
        }
    }

    @Test(arguments: [(0, 0), (-1, -1), (Int.max, Int.max), (Int.min, 3)])
    func `a rate beyond all sense is brought to its bounds`(burst: Int, perSecond: Int) {
        let rate = Rate(burst: burst, perSecond: perSecond)
        #expect((1...1_000_000).contains(rate.burst))
        #expect((1...1_000_000).contains(rate.perSecond))
        #expect(rate.room > 0)
    }
}
