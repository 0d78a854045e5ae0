/// Decides when a connection is suspended and when it is resumed, so that no call to wake it is lost.
///
/// Events in, actions out: the lock and the library's calls are the gate's.
struct Parking {
    private enum State {
        /// The event loop works on the connection; `isSignalled` if somebody called meanwhile. To: parked, sealed.
        case moving(isSignalled: Bool)
        /// The connection is suspended. To: moving, sealed.
        case parked
        /// The connection never waits again.
        case sealed
    }

    /// What the event loop does when it has nothing to go on with.
    enum Halt: Equatable {
        /// Suspend the connection.
        case suspend
        /// Look again: somebody called since it last looked.
        case lookAgain
        /// Give up: the connection must end.
        case giveUp
    }

    /// What whoever calls has to do.
    enum Call: Equatable {
        /// Resume the connection.
        case resume
        case nothing
    }

    private var state = State.moving(isSignalled: false)

    mutating func halt() -> Halt {
        switch state {
        case .moving(isSignalled: false):
            state = .parked
            return .suspend
        case .moving(isSignalled: true):
            state = .moving(isSignalled: false)
            return .lookAgain
        case .parked, .sealed:
            return .giveUp
        }
    }

    mutating func call() -> Call {
        switch state {
        case .moving:
            state = .moving(isSignalled: true)
            return .nothing
        case .parked:
            state = .moving(isSignalled: false)
            return .resume
        case .sealed:
            return .nothing
        }
    }

    mutating func seal() -> Call {
        defer { state = .sealed }
        if case .parked = state { return .resume }
        return .nothing
    }
}
