import Testing

@testable import PostgreSQL

@Suite struct PoolStateTests {
    private typealias State = PoolState<String>
    private let start = ContinuousClock.now

    private func make(workers: Int = 2, capacity: Int = 3) -> State {
        var settings = PoolSettings(workers: workers)
        settings.queueCapacity = capacity
        settings.patience = .seconds(5)
        settings.outagePatience = .seconds(1)
        return State(settings)
    }

    /// `refused`, `waits`, or the worker that is woken for it.
    private func fate(_ submission: State.Submission) -> String {
        switch submission {
        case .accepted(let wake?): "wakes \(wake)"
        case .accepted(nil): "waits"
        case .refused: "refused"
        }
    }

    private func refusal(_ submission: State.Submission) -> DatabaseError? {
        if case .refused(let error) = submission { error } else { nil }
    }

    @Test func `the worker that was idle last gets the job`() {
        var state = make()
        _ = state.lost(1, returning: nil, counting: false)
        state.workers[1] = .connecting
        guard case .park = state.ready(0), case .park = state.ready(1) else {
            Issue.record("nothing to do, so they park")
            return
        }
        #expect(fate(state.submit("a", id: 1, now: start)) == "wakes 1")
        guard case .run(let entry)? = state.order(for: 1) else {
            Issue.record("worker 1 has the job")
            return
        }
        #expect(entry.job == "a")
        #expect(state.order(for: 0) == nil)
    }

    @Test func `a job that finds no idle worker has another connection made`() {
        var state = make()
        _ = state.ready(0)
        _ = state.submit("a", id: 1, now: start)
        _ = state.order(for: 0)
        #expect(fate(state.submit("b", id: 2, now: start)) == "wakes 1")
        #expect(state.connectingCount == 1)
        #expect(fate(state.submit("c", id: 3, now: start)) == "waits")
    }

    @Test func `a full queue refuses`() {
        var state = make(workers: 1)
        _ = state.ready(0)
        for id in 1...4 { #expect(fate(state.submit("job", id: UInt64(id), now: start)) != "refused") }
        guard case .overloaded? = refusal(state.submit("e", id: 5, now: start)) else {
            Issue.record("the queue holds three beside the one that runs")
            return
        }
    }

    @Test func `jobs run in order`() {
        var state = make(workers: 1)
        for id in 1...3 { _ = state.submit("\(id)", id: UInt64(id), now: start) }
        var order: [String] = []
        while case .run(let entry, _) = state.ready(0) { order.append(entry.job) }
        #expect(order == ["1", "2", "3"])
    }

    @Test func `an outage shortens patience, then refuses at once, and ends with a connection`() {
        var state = make()
        _ = state.ready(0)
        _ = state.submit("a", id: 1, now: start)
        _ = state.order(for: 0)
        _ = state.submit("b", id: 2, now: start)
        #expect(state.connectFailed(1, now: start) == .connect)
        let later = start + .seconds(2)
        #expect(state.lost(0, returning: nil, counting: false).step == .sleep)
        #expect(state.isAway(later))
        guard case .unavailable? = refusal(state.submit("c", id: 3, now: later)) else {
            Issue.record("the database is away")
            return
        }
        _ = state.ready(1)
        #expect(!state.isAway(later))
        #expect(fate(state.submit("d", id: 4, now: later)) != "refused")
    }

    @Test func `who waits when an outage begins waits no longer than the outage patience`() {
        var state = make()
        _ = state.ready(0)
        _ = state.submit("a", id: 1, now: start)
        _ = state.order(for: 0)
        _ = state.submit("b", id: 2, now: start)
        state.workers[1] = .asleep
        _ = state.lost(0, returning: nil, counting: false)
        _ = state.connectFailed(0, now: start)
        #expect(state.expire(start + .milliseconds(999)).isEmpty)
        let expired = state.expire(start + .seconds(1))
        #expect(expired.map(\.0.job) == ["b"])
        guard case .unavailable? = expired.first?.1 else {
            Issue.record("and is told why")
            return
        }
    }

    @Test func `who comes while the first connection is being made has the usual patience`() {
        var state = make()
        _ = state.submit("a", id: 1, now: start)
        #expect(state.expire(start + .seconds(4)).isEmpty)
        #expect(state.expire(start + .seconds(5)).count == 1)
    }

    @Test func `while the database is away one scout tries`() {
        var state = make(workers: 4)
        _ = state.connectFailed(0, now: start)
        for id in 1...3 { _ = state.submit("job", id: UInt64(id), now: start) }
        #expect(state.connectingCount == 1)
    }

    @Test func `a job whose connection broke goes first to another worker`() {
        var state = make()
        _ = state.ready(0)
        state.workers[1] = .connecting
        _ = state.ready(1)
        _ = state.submit("a", id: 1, now: start)
        guard case .run(let entry)? = state.order(for: 1) else { return }
        let (_, wake, refused) = state.lost(1, returning: entry, counting: true)
        #expect(wake == [0])
        #expect(refused == nil)
        guard case .run(let again)? = state.order(for: 0) else {
            Issue.record("worker 0 has it now")
            return
        }
        #expect(again.returns == 1)
    }

    @Test func `a job that breaks every connection is given up`() {
        var state = make(workers: 1)
        _ = state.submit("poison", id: 1, now: start)
        var runs = 0
        while case .run(let entry, _) = state.ready(0) {
            runs += 1
            let outcome = state.lost(0, returning: entry, counting: true)
            if outcome.refused != nil { break }
        }
        #expect(runs == 3)
    }

    @Test func `a waiting job can be cancelled, a running one is interrupted`() {
        var state = make(workers: 1)
        _ = state.ready(0)
        _ = state.submit("a", id: 1, now: start)
        _ = state.order(for: 0)
        _ = state.submit("b", id: 2, now: start)
        guard case .removed(let entry) = state.cancel(2), case .interrupt(worker: 0) = state.cancel(1) else {
            Issue.record("b waits, a runs")
            return
        }
        #expect(entry.job == "b")
        guard case .nothing = state.cancel(3) else {
            Issue.record("nobody knows 3")
            return
        }
    }

    @Test func `closing finishes what waits and takes nothing new`() {
        var state = make(workers: 1)
        _ = state.submit("a", id: 1, now: start)
        state.close(by: start + .seconds(10))
        guard case .closed? = refusal(state.submit("b", id: 2, now: start)) else {
            Issue.record("closed")
            return
        }
        guard case .run = state.ready(0), case .stop = state.ready(0) else {
            Issue.record("first the job, then the end")
            return
        }
    }

    @Test func `one connection is never retired`() {
        var state = make()
        _ = state.ready(0)
        let mayAlone = state.mayRetire(0)
        #expect(!mayAlone)
        state.workers[1] = .connecting
        _ = state.ready(1)
        let may = state.mayRetire(0)
        #expect(may)
        let mayLast = state.mayRetire(1)
        #expect(!mayLast)
    }

    /// Random events must never leave a job lost, doubled, or waiting beside an idle worker.
    @Test(arguments: 0..<50 as Range<UInt64>)
    func `no order of events loses a job`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var state = make(workers: 3, capacity: 8)
        var now = start
        var running: [Int: State.Entry] = [:]
        var open = Set<UInt64>()
        for id in 1...400 as ClosedRange<UInt64> {
            now += .milliseconds(Int.random(in: 0...300, using: &random))
            if fate(state.submit("\(id)", id: id, now: now)) != "refused" { open.insert(id) }
            for worker in 0..<3 {
                let works = Int.random(in: 0..<4, using: &random) != 0
                if let entry = running.removeValue(forKey: worker) {
                    if works {
                        open.remove(entry.id)
                        if case .run(let next, _) = state.ready(worker) { running[worker] = next }
                    } else {
                        let outcome = state.lost(worker, returning: entry, counting: true)
                        if let refused = outcome.refused { open.remove(refused.id) }
                    }
                } else if let order = state.order(for: worker) {
                    switch order {
                    case .run(let entry): running[worker] = entry
                    case .connect where works:
                        if case .run(let next, _) = state.ready(worker) { running[worker] = next }
                    case .connect: _ = state.connectFailed(worker, now: now)
                    case .stop: Issue.record("nobody closed it")
                    }
                }
            }
            for (entry, _) in state.expire(now) { open.remove(entry.id) }
            #expect(state.queue.isEmpty || state.idle.isEmpty)
            let assigned = state.workers.count { if case .assigned = $0 { true } else { false } }
            #expect(open.count == state.queue.count + running.count + assigned)
            #expect(state.queue.isEmpty || state.connectingCount + state.connectedCount > 0)
        }
    }
}
