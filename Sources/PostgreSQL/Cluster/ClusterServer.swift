import CProcess
import Glibc

/// The server of one cluster: found or started, waited for, stopped.
///
/// Everything here blocks, and happens under the start lock.
struct ClusterServer: Sendable {
    let folder: ClusterFolder
    let account: ServerAccount
    let configuration: ClusterConfiguration
    let stopSign: StopSign
    let observe: @Sendable (ClusterEvent) -> Void

    var table: ProcessTable { ProcessTable(folder: folder, account: account) }
    var log: ServerLog { ServerLog(path: folder.log) }

    /// A server that takes connections and has its database.
    struct Running: Equatable, Sendable {
        let pid: Int32
        let connectionString: String
    }

    /// Makes the cluster if there is none, and brings its server up unless it runs already.
    func ensureRunning() throws(ClusterError) -> Running {
        if folder.clusterOwner == nil {
            let programs = try self.programs()
            observe(.creating(folder: folder.path, version: programs.version))
            try NewCluster(folder: folder, account: account, programs: programs, stopSign: stopSign).make()
            observe(.created(folder: folder.path))
        }
        var wait = StartWait(limit: configuration.startLimit, observe: observe)
        var started: Int32?
        while true {
            let (signs, situation) = try look()
            switch situation {
            case .running(let pid):
                let ping = self.ping(signs.file)
                try ping.prepareDatabase()
                observe(pid == started ? .ready(pid: pid, elapsed: wait.elapsed) : .adopted(pid: pid))
                return Running(pid: pid, connectionString: ping.connectionString(database: "emapa"))
            case .starting(let pid), .stopping(let pid):
                try wait.goOn(for: pid, log: log)
            case .leftovers(let pids):
                if let started, pids.contains(started) {
                    try wait.goOn(for: started, log: log)
                } else {
                    try wait.goOn(forLeftovers: pids, folder: folder)
                }
            case .stopped:
                if let started {
                    collect(started)
                    SocketFolder.remove(SocketFolder.path(for: folder))
                    throw .serverEnded(log: folder.log, lastLines: log.lastLines())
                }
                started = try launch()
            }
            try stopSign.pause(milliseconds: 20)
        }
    }

    /// Looks at all signs of a server, and judges them.
    func look() throws(ClusterError) -> (signs: ServerSituation.Signs, situation: ServerSituation) {
        let file = SmallFile.text(folder.postmasterFile).flatMap(PostmasterFile.init)
        let probe = try FolderLock(path: folder.serverLock, owner: account)
        var signs = ServerSituation.Signs(
            isLockHeld: try !probe.take(.exclusive),
            file: file,
            isServerAlive: false,
            others: [],
            answer: .silent
        )
        if let file {
            signs.isServerAlive = table.isServer(file.pid)
            if signs.isServerAlive || signs.isLockHeld { signs.answer = ping(file).answer() }
        }
        if !signs.isServerAlive { signs.others = table.processes() }
        return (signs, .judge(signs))
    }

    /// Collects the process if it is a child of ours that ended; a child that nobody collects stays in the table.
    func collect(_ pid: Int32) {
        var status: Int32 = 0
        _ = unsafe process_collect(pid, &status)
    }

    private func programs() throws(ClusterError) -> ServerPrograms {
        try .find(
            in: configuration.programFolder,
            clusterVersion: folder.clusterVersion(),
            clusterFolder: folder.cluster,
            stopSign: stopSign
        )
    }

    private func ping(_ file: PostmasterFile?) -> ServerPing {
        ServerPing(
            socketFolder: file?.socketFolder ?? "",
            port: file?.port ?? 5432,
            serverUser: account.name
        )
    }

    /// Starts the server and gives its process id.
    private func launch() throws(ClusterError) -> Int32 {
        let programs = try self.programs()
        try clearPostmasterFile()
        try ClusterSettings.write(into: folder.cluster, account: account)
        let socketFolder = SocketFolder.path(for: folder)
        try SocketFolder.prepare(socketFolder, owner: account)
        log.trim()
        let output = try log.open(owner: account)
        defer { close(output) }
        let lock = try FolderLock(path: folder.serverLock, owner: account)
        guard try lock.take(.exclusive) else { throw .heldElsewhere(folder: folder.path) }
        let pid = try ChildProgram(
            path: programs.postgres,
            arguments: [
                "-D", folder.cluster, "-c", "cluster_name=\(folder.name)", "-c", "listen_addresses=",
                "-c", "unix_socket_directories=\(socketFolder)", "-c", "port=5432",
            ],
            account: account,
            output: output,
            kept: lock.descriptor,
            standsAlone: true
        ).start()
        lock.handOver()
        observe(.starting(pid: pid))
        return pid
    }

    /// Removes the file of a killed server: its pid may be a stranger's by now, and then PostgreSQL would refuse.
    ///
    /// The file of a single-user server, whose pid is negated, stays.
    private func clearPostmasterFile() throws(ClusterError) {
        guard let text = SmallFile.text(folder.postmasterFile), !text.hasPrefix("-") else { return }
        if unsafe unlink(folder.postmasterFile) != 0 {
            throw .file(path: folder.postmasterFile, action: "removed", code: errno)
        }
        observe(.clearedLeavings(path: folder.postmasterFile))
    }
}
