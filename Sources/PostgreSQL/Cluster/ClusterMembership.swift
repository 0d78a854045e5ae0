/// What one user of the cluster holds while it uses it: its locks, which are freed with this object.
final class ClusterMembership: Sendable {
    let server: ClusterServer
    let running: ClusterServer.Running
    private let use: FolderLock
    private let service: FolderLock?

    private init(
        server: ClusterServer,
        running: ClusterServer.Running,
        use: consuming FolderLock,
        service: consuming FolderLock?
    ) {
        self.server = server
        self.running = running
        self.use = use
        self.service = service
    }

    /// Joins the users of a folder, and brings its server up.
    static func join(
        _ configuration: ClusterConfiguration,
        as use: ClusterUse,
        stopSign: StopSign,
        observe: @escaping @Sendable (ClusterEvent) -> Void
    ) throws(ClusterError) -> ClusterMembership {
        let folder = try ClusterFolder(at: configuration.dataFolder)
        let account = try ServerAccount.forServer(of: folder, asked: configuration.serverUser)
        let service = use == .serving ? try serviceLock(of: folder, account: account) : nil
        try folder.checkReach(of: account)
        let server = ClusterServer(
            folder: folder,
            account: account,
            configuration: configuration,
            stopSign: stopSign,
            observe: observe
        )
        let lock = try FolderLock(path: folder.useLock, owner: account)
        let running = try server.underStartLock(waiting: .untilStopSign) { () throws(ClusterError) in
            guard try lock.take(.shared) else { throw .busy(folder: folder.path, waited: .zero) }
            do throws(ClusterError) {
                return try server.ensureRunning()
            } catch {
                // A server that is slow to recover is left to go on; any other failure leaves nothing behind.
                if case .notReady = error { throw error }
                if try lock.take(.exclusive) { try server.stop() }
                throw error
            }
        }
        return ClusterMembership(server: server, running: running, use: lock, service: service)
    }

    /// Leaves, and stops the server if nobody else uses it.
    func leave() throws(ClusterError) {
        try server.underStartLock(waiting: .stubbornly) { () throws(ClusterError) in
            if try use.take(.exclusive) {
                try server.stop()
            } else {
                server.observe(.leftToOthers)
            }
        }
    }

    private static func serviceLock(
        of folder: ClusterFolder,
        account: ServerAccount
    ) throws(ClusterError) -> FolderLock {
        let lock = try FolderLock(path: folder.serveLock, owner: account)
        guard try lock.take(.exclusive) else {
            throw .alreadyServed(folder: folder.path, pid: lock.signature())
        }
        try lock.sign()
        return lock
    }
}
