import Glibc
import Synchronization

/// A PostgreSQL cluster of emapa's own in a data folder, shared by all commands that work on the folder.
///
/// The first user makes and starts it, the last one stops it, and a server that outlived its users is adopted.
/// Every user holds a shared lock on `in-use.lock`; starts and stops happen under `start.lock`; the service holds
/// `serve.lock` besides; the server itself and all of its children hold `server.lock`. The kernel frees a lock when
/// its holder ends, so that no kill leaves a lie behind.
///
/// An object is used once: `start`, then `leave`. Both block, for seconds as a rule, so call them at start-up and at
/// the end on a thread of their own, never in a task.
package final class PrivateCluster: Sendable {
    private let configuration: ClusterConfiguration
    private let observe: @Sendable (ClusterEvent) -> Void
    private let stopSign: StopSign
    private let state = Mutex(State())

    private struct State {
        var phase = Phase.fresh
        var membership: ClusterMembership?
        var supervisor: pthread_t?
        var isUnwanted = false
    }

    private enum Phase {
        case fresh
        case starting
        case joined
        case left
    }

    /// Makes a cluster object; nothing happens on the disk yet.
    ///
    /// `observe` is called on the threads of `start`, `leave` and the supervision, and must not call back.
    package init(
        _ configuration: ClusterConfiguration,
        observe: @escaping @Sendable (ClusterEvent) -> Void = { _ in }
    ) throws(ClusterError) {
        self.configuration = configuration
        self.observe = observe
        stopSign = try StopSign()
    }

    /// Joins the users of the cluster, made and started if need be, and gives libpq's connection string for its
    /// database `emapa`, valid until `leave`.
    ///
    /// Blocks until the server takes connections. A second `serving` on the folder is refused at once. A `leave`
    /// on another thread breaks the start off with `cancelled`.
    ///
    /// - Precondition: called once.
    package func start(as use: ClusterUse) throws(ClusterError) -> String {
        let before = state.withLock { state in
            defer { if state.phase == .fresh { state.phase = .starting } }
            return state.phase
        }
        if before == .left { throw .cancelled }
        precondition(before == .fresh, "a PrivateCluster is started once")

        let membership: ClusterMembership
        do throws(ClusterError) {
            membership = try .join(configuration, as: use, stopSign: stopSign, observe: observe)
        } catch {
            state.withLock { $0.phase = .left }
            throw error
        }
        let isUnwanted = state.withLock { state in
            state.phase = .joined
            state.membership = membership
            return state.isUnwanted
        }
        if isUnwanted {
            try leave()
            throw .cancelled
        }
        return membership.running.connectionString
    }

    /// Watches over the server on a thread of its own until `leave`, and starts it again when it ends.
    ///
    /// It does so at once the first time, and then with pauses that double up to 30 seconds. It keeps the log's
    /// size in bounds, too.
    ///
    /// What happens is told to the observer: `ended`, `restarting`, `ready` or `restartFailed`.
    ///
    /// - Precondition: the cluster is started, and not supervised yet.
    package func supervise() throws(ClusterError) {
        try state.withLock { (state) throws(ClusterError) in
            guard let membership = state.membership, state.supervisor == nil else {
                preconditionFailure("a PrivateCluster is supervised once, between start and leave")
            }
            state.supervisor = try Supervision(of: membership.server, pid: membership.running.pid).start()
        }
    }

    /// Leaves the users of the cluster, and stops the server if no other user is left.
    ///
    /// Blocks until it is stopped. Leaving again, or before the start, does nothing.
    package func leave() throws(ClusterError) {
        stopSign.raise()
        let (membership, supervisor) = state.withLock { state in
            if state.phase == .starting { state.isUnwanted = true } else { state.phase = .left }
            defer {
                state.membership = nil
                state.supervisor = nil
            }
            return (state.membership, state.supervisor)
        }
        if let supervisor { pthread_join(supervisor, nil) }
        try membership?.leave()
    }
}
