import Synchronization

/// What the library's callbacks, the watch thread and the running tasks share.
final class ServerCore: Sendable {
    let router: Router
    let limits: ServerLimits
    let trust: ProxyTrust
    let table = ConnectionTable()
    let tally: AddressTally
    let heldBodies: HeldBodies
    let watch: HangUpWatch
    let observe: @Sendable (ServerEvent) -> Void
    /// Tasks that have not ended, among them those whose connection is gone.
    let runningTasks = Atomic(0)
    private let nextNumber = Atomic<UInt64>(0)
    private let draining = Atomic(false)
    private let halted = Atomic(false)

    init(
        _ configuration: ServerConfiguration,
        router: Router,
        observe: @escaping @Sendable (ServerEvent) -> Void
    ) throws(ServerError) {
        self.router = router
        self.observe = observe
        limits = configuration.limits
        trust = ProxyTrust(proxies: configuration.proxies, publicAddress: configuration.publicAddress)
        tally = AddressTally(limit: configuration.limits.connectionsPerAddress)
        heldBodies = HeldBodies(
            limit: configuration.limits.heldBodyBytes,
            perNetwork: configuration.limits.heldBodyBytesPerAddress
        )
        watch = try HangUpWatch()
    }

    /// Whether connections are closed after their present answer.
    var isDraining: Bool { draining.load(ordering: .relaxed) }
    /// Whether everything ends now.
    var isHalted: Bool { halted.load(ordering: .sequentiallyConsistent) }

    func startDraining() {
        draining.store(true, ordering: .relaxed)
    }

    func halt() {
        halted.store(true, ordering: .sequentiallyConsistent)
    }

    /// Whether a new connection may be accepted.
    func admits(_ peer: IPAddress) -> Bool {
        if trust.isProxy(peer) || tally.hasRoom(for: peer.network) { return true }
        observe(.connectionRefused(.tooManyFromAddress))
        return false
    }

    func opened(socket: Int32, peer: IPAddress) -> Connection {
        let isCounted = !trust.isProxy(peer)
        let connection = Connection(
            number: nextNumber.add(1, ordering: .relaxed).newValue,
            socket: socket,
            peer: peer,
            isCounted: isCounted,
            deadline: MonotonicClock.milliseconds + limits.idle.milliseconds
        )
        if isCounted { tally.add(peer.network) }
        table.add(connection)
        watch.add(socket: socket, number: connection.number)
        return connection
    }

    func closed(_ connection: Connection) {
        table.remove(connection)
        if connection.isCounted { tally.remove(connection.peer.network) }
    }

    func taskStarted() {
        runningTasks.add(1, ordering: .relaxed)
    }

    func taskEnded() {
        runningTasks.subtract(1, ordering: .relaxed)
    }
}
