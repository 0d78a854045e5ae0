import TestSupport
import Testing

@testable import Addresses

struct CircuitBreakerTests {
    enum Event {
        case ask(CircuitBreaker.Verdict)
        case end(CircuitBreaker.Outcome)
        case wait(Int)
    }

    private static let threeFailures: [Event] = [
        .ask(.go), .end(.failure), .ask(.go), .end(.failure), .ask(.go), .end(.failure),
    ]

    @Test(
        arguments: [
            (
                "a success forgets failures",
                [
                    .ask(.go), .end(.failure), .ask(.go), .end(.failure), .end(.success),
                    .ask(.go), .end(.failure), .ask(.go), .end(.failure), .ask(.go),
                ]
            ),
            ("three failures in a row open it", threeFailures + [.ask(.refuse), .wait(9), .ask(.refuse)]),
            (
                "what is given up counts for nothing",
                [
                    .ask(.go), .end(.failure), .ask(.go), .end(.failure), .end(.abandoned), .end(.abandoned),
                    .ask(.go),
                ]
            ),
            ("after the pause one goes as a probe", threeFailures + [.wait(10), .ask(.go), .ask(.refuse)]),
            (
                "the probe's success closes it",
                threeFailures + [.wait(10), .ask(.go), .end(.success), .ask(.go), .ask(.go)]
            ),
            (
                "the probe's failure doubles the pause",
                threeFailures + [
                    .wait(10), .ask(.go), .end(.failure), .wait(19), .ask(.refuse), .wait(1), .ask(.go),
                ]
            ),
            (
                "the pause has an end",
                threeFailures + [
                    .wait(10), .ask(.go), .end(.failure), .wait(20), .ask(.go), .end(.failure),
                    .wait(40), .ask(.go), .end(.failure), .wait(39), .ask(.refuse), .wait(1), .ask(.go),
                ]
            ),
            (
                "a probe that is given up lets the next one go",
                threeFailures + [.wait(10), .ask(.go), .end(.abandoned), .ask(.go), .ask(.refuse)]
            ),
            (
                "what began before it opened does not lengthen the pause",
                threeFailures + [.end(.failure), .end(.success), .ask(.refuse), .wait(10), .ask(.go)]
            ),
        ] as [(String, [Event])]
    )
    func `the breaker does what its state says`(name: String, events: [Event]) {
        var breaker = CircuitBreaker(.init(failures: 3, pause: .seconds(10), longestPause: .seconds(40)))
        var now = ContinuousClock.now
        for (index, event) in events.enumerated() {
            switch event {
            case .ask(let expected):
                let verdict = breaker.ask(at: now)
                #expect(verdict == expected, "\(name), event \(index)")
            case .end(let outcome): breaker.ended(outcome, at: now)
            case .wait(let seconds): now += .seconds(seconds)
            }
        }
    }
}

struct AnswerCacheTests {
    private let start = ContinuousClock.now

    @Test func `an answer is there until it is old`() {
        var cache = AnswerCache<String, Int>(capacity: 4, age: .seconds(60))
        cache.put("a", 1, at: start)
        let young = cache.value("a", at: start + .seconds(59))
        let old = cache.value("a", at: start + .seconds(60))
        #expect(young == 1 && old == nil && cache.count == 0)
    }

    @Test func `the one not used longest goes first`() {
        var cache = AnswerCache<String, Int>(capacity: 2, age: .seconds(60))
        cache.put("a", 1, at: start)
        cache.put("b", 2, at: start)
        _ = cache.value("a", at: start)
        cache.put("c", 3, at: start)
        let left = ["a", "b", "c"].map { cache.value($0, at: start) }
        #expect(left == [1, nil, 3])
    }

    @Test func `it never grows beyond its bound, and equals a plain list of uses`() {
        var random = SeededGenerator(11)
        var cache = AnswerCache<Int, Int>(capacity: 8, age: .seconds(60))
        var model: [Int] = []
        for step in 0..<20_000 {
            let key = Int.random(in: 0..<20, using: &random)
            if Bool.random(using: &random) {
                let isThere = cache.value(key, at: start) != nil
                #expect(isThere == model.contains(key), "step \(step)")
                if isThere { model = model.filter { $0 != key } + [key] }
            } else {
                cache.put(key, step, at: start)
                model = Array((model.filter { $0 != key } + [key]).suffix(8))
            }
            #expect(cache.count == model.count)
        }
    }
}
