import Glibc
import Synchronization

/// One open socket: what it is doing, until when it may, and its present request.
final class Connection: Sendable {
    /// Never used twice.
    let number: UInt64
    let peer: IPAddress
    /// Whether it counts against its network's limit.
    let isCounted: Bool
    private let socket: Int32
    private let phaseAndDeadline: Atomic<Int64>
    private let hungUp = Atomic(false)
    private let present = Mutex<Exchange?>(nil)

    /// Milliseconds.
    private static let graceAfterHangUp: Int64 = 1_000

    /// Marks a phase without a deadline.
    static let never: Int64 = .max >> 2

    init(number: UInt64, socket: Int32, peer: IPAddress, isCounted: Bool, deadline: Int64) {
        self.number = number
        self.socket = socket
        self.peer = peer
        self.isCounted = isCounted
        phaseAndDeadline = Atomic(Self.packed(.awaitingHead, deadline))
    }

    /// The request it is busy with.
    var exchange: Exchange? { present.withLock { $0 } }

    /// Takes up a request, or lets go of it.
    func set(_ exchange: Exchange?) {
        present.withLock { $0 = exchange }
    }

    /// Goes over to another phase, which may last until the given time in milliseconds.
    func enter(_ phase: ConnectionPhase, until deadline: Int64) {
        phaseAndDeadline.store(Self.packed(phase, deadline), ordering: .relaxed)
    }

    /// The phase, if its time was up at the given moment; it is not reported twice.
    func overdue(at now: Int64) -> ConnectionPhase? {
        let value = phaseAndDeadline.load(ordering: .relaxed)
        guard value >> 2 <= now else { return nil }
        let phase = Self.phase(value)
        let (exchanged, _) = phaseAndDeadline.compareExchange(
            expected: value,
            desired: Self.packed(phase, Self.never - 1),
            ordering: .relaxed
        )
        return exchanged ? phase : nil
    }

    /// What it is doing.
    var phase: ConnectionPhase { Self.phase(phaseAndDeadline.load(ordering: .relaxed)) }

    /// Whether the other end sends no more; it may still read, but nobody works for it any longer.
    var hasHungUp: Bool { hungUp.load(ordering: .relaxed) }

    /// Notes that the other end sends no more.
    ///
    /// The library misses it where it comes together with data (its epoll is edge-triggered), so an idle connection is
    /// closed soon, but not before a request that came along could be answered.
    func noteHangUp(at now: Int64) {
        hungUp.store(true, ordering: .relaxed)
        if phase == .awaitingHead { enter(.awaitingHead, until: now + Self.graceAfterHangUp) }
    }

    /// Waits for the next request, until the given time at the latest.
    func awaitHead(now: Int64, idle: Int64) {
        enter(.awaitingHead, until: now + (hasHungUp ? Self.graceAfterHangUp : idle))
    }

    /// Ends it for both directions; the event loop then closes it.
    ///
    /// - Precondition: the caller knows that it is still open, because it holds the table's lock or is its event loop.
    func cut() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    /// The phase in the lowest two bits, so that both change at once.
    private static func packed(_ phase: ConnectionPhase, _ deadline: Int64) -> Int64 {
        let index: Int64 =
            switch phase {
            case .awaitingHead: 0
            case .receivingBody: 1
            case .answering: 2
            case .sending: 3
            }
        return min(deadline, never - 1) << 2 | index
    }

    private static func phase(_ value: Int64) -> ConnectionPhase {
        switch value & 3 {
        case 0: .awaitingHead
        case 1: .receivingBody
        case 2: .answering
        default: .sending
        }
    }
}
