/// Decides whether a service that fails is asked again: event in, action out, with the clock outside.
///
/// Closed: every request may go; enough failures in a row lead to open. Open: none may go, until the pause is over;
/// then one goes as a probe (half open), whose success leads to closed and whose failure leads to open with twice the
/// pause.
struct CircuitBreaker {
    /// What tells when to give up, and for how long.
    struct Rule {
        /// Failures in a row that open the breaker.
        var failures = 3
        /// The first pause.
        var pause: Duration = .seconds(10)
        /// The longest pause.
        var longestPause: Duration = .seconds(160)
    }

    /// What is to be done with a request.
    enum Verdict: Equatable {
        case go
        case refuse
    }

    /// How a request ended.
    enum Outcome {
        case success
        case failure
        /// It was given up by whoever asked, which says nothing of the service.
        case abandoned
    }

    private enum State {
        case closed(failures: Int)
        case open(until: ContinuousClock.Instant, pause: Duration)
        case probing(pause: Duration)
    }

    private let rule: Rule
    private var state = State.closed(failures: 0)

    init(_ rule: Rule = Rule()) {
        self.rule = rule
    }

    /// Whether the service is taken to be well.
    var isClosed: Bool {
        if case .closed = state { true } else { false }
    }

    /// Somebody wants to ask.
    mutating func ask(at now: ContinuousClock.Instant) -> Verdict {
        switch state {
        case .closed:
            return .go
        case .probing:
            return .refuse
        case .open(let end, let pause):
            guard now >= end else { return .refuse }
            state = .probing(pause: pause)
            return .go
        }
    }

    /// A request that was let go has ended.
    mutating func ended(_ outcome: Outcome, at now: ContinuousClock.Instant) {
        switch (state, outcome) {
        case (.closed, .success):
            state = .closed(failures: 0)
        case (.closed(let failures), .failure) where failures + 1 >= rule.failures:
            state = .open(until: now + rule.pause, pause: rule.pause)
        case (.closed(let failures), .failure):
            state = .closed(failures: failures + 1)
        case (.probing, .success):
            state = .closed(failures: 0)
        case (.probing(let pause), .failure):
            let longer = min(pause * 2, rule.longestPause)
            state = .open(until: now + longer, pause: longer)
        case (.probing(let pause), .abandoned):
            // Nothing was learnt: the next one is the probe.
            state = .open(until: now, pause: pause)
        case (.closed, .abandoned), (.open, _):
            // What ends while it is open began before: the pause stands.
            break
        }
    }
}
