import Testing

@testable import Ledger

struct LookupBatchesTests {
    private typealias Batches = LookupBatches<String, Int>

    private static func keys(_ arrival: Batches.Arrival) -> [String]? {
        if case .run(let batch) = arrival { batch.keys.sorted() } else { nil }
    }

    @Test func `who comes first is served at once, who comes meanwhile is collected`() {
        var batches = Batches(mostUnderWay: 1, mostKeys: 10, mostWaiting: 10)
        #expect(Self.keys(batches.arrive(1, for: "a", 1)) == ["a"])
        #expect(Self.keys(batches.arrive(2, for: "b", 2)) == nil)
        #expect(Self.keys(batches.arrive(3, for: "c", 3)) == nil)
        #expect(batches.finish()?.keys.sorted() == ["b", "c"])
        #expect(batches.finish() == nil)
        #expect(Self.keys(batches.arrive(4, for: "d", 4)) == ["d"])
    }

    @Test func `who asks while a batch is under way for the same key gets an answer of its own time`() {
        var batches = Batches(mostUnderWay: 1, mostKeys: 10, mostWaiting: 10)
        _ = batches.arrive(1, for: "a", 1)
        _ = batches.arrive(2, for: "a", 2)
        _ = batches.arrive(3, for: "a", 3)
        let batch = batches.finish()
        #expect(batch?.waiters["a"]?.map(\.waiter) == [2, 3])
    }

    @Test func `no more batches run at once than may`() {
        var batches = Batches(mostUnderWay: 2, mostKeys: 10, mostWaiting: 10)
        #expect(Self.keys(batches.arrive(1, for: "a", 1)) != nil)
        #expect(Self.keys(batches.arrive(2, for: "b", 2)) != nil)
        #expect(Self.keys(batches.arrive(3, for: "c", 3)) == nil)
        #expect(batches.finish() != nil)
        #expect(batches.finish() == nil)
        #expect(batches.finish() == nil)
        #expect(Self.keys(batches.arrive(4, for: "d", 4)) != nil)
    }

    @Test func `a batch has no more keys than it may, and the others come next`() {
        var batches = Batches(mostUnderWay: 1, mostKeys: 2, mostWaiting: 10)
        _ = batches.arrive(0, for: "0", 0)
        for id in 1...5 { _ = batches.arrive(UInt64(id), for: "\(id)", id) }
        var sizes: [Int] = []
        while let batch = batches.finish() { sizes.append(batch.keys.count) }
        #expect(sizes == [2, 2, 1])
    }

    @Test func `whoever comes when too many wait is refused`() {
        var batches = Batches(mostUnderWay: 1, mostKeys: 10, mostWaiting: 2)
        _ = batches.arrive(1, for: "a", 1)
        _ = batches.arrive(2, for: "b", 2)
        _ = batches.arrive(3, for: "b", 3)
        guard case .refuse = batches.arrive(4, for: "c", 4) else {
            Issue.record("a third waiter was taken")
            return
        }
        #expect(batches.waiting == 2)
    }

    @Test func `who leaves before its batch begins is told so, who leaves later gets its answer`() {
        var batches = Batches(mostUnderWay: 1, mostKeys: 10, mostWaiting: 10)
        _ = batches.arrive(1, for: "a", 1)
        _ = batches.arrive(2, for: "b", 2)
        _ = batches.arrive(3, for: "b", 3)
        #expect(batches.leave(1, from: "a") == nil)
        #expect(batches.leave(2, from: "b") == 2)
        #expect(batches.leave(2, from: "b") == nil)
        #expect(batches.finish()?.waiters["b"]?.map(\.waiter) == [3])
    }

    @Test func `when all have left, nothing is asked`() {
        var batches = Batches(mostUnderWay: 1, mostKeys: 10, mostWaiting: 10)
        _ = batches.arrive(1, for: "a", 1)
        _ = batches.arrive(2, for: "b", 2)
        _ = batches.leave(2, from: "b")
        #expect(batches.finish() == nil)
    }
}
