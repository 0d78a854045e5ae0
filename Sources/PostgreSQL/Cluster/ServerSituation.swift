/// How things stand with the server of a cluster, judged from what can be seen.
enum ServerSituation: Equatable, Sendable {
    /// It takes connections.
    case running(pid: Int32)
    /// It is coming up.
    case starting(pid: Int32)
    /// It is going down.
    case stopping(pid: Int32)
    /// It was killed, and processes of it are still there; none visible means something unseen holds the cluster.
    case leftovers([Int32])
    /// Nothing runs; what a killed server left in files may lie about.
    case stopped

    /// What is seen of the server.
    struct Signs: Equatable, Sendable {
        /// Some process holds the server's lock, which the server and all of its children inherit.
        var isLockHeld: Bool
        var file: PostmasterFile?
        /// The process that the file names is a living server on this very folder.
        var isServerAlive: Bool
        /// Other living processes of a server on this folder.
        var others: [Int32]
        var answer: ServerPing.Answer
    }

    /// Judges the signs.
    ///
    /// A file alone proves nothing: its pid may be somebody else's by now, and in a copied folder its socket is the
    /// original's. A held lock or a living process proves that there is a server; without either there is none.
    static func judge(_ signs: Signs) -> ServerSituation {
        if let file = signs.file {
            if signs.isServerAlive || signs.isLockHeld {
                if signs.isServerAlive && file.isStopping { return .stopping(pid: file.pid) }
                if signs.answer == .ready { return .running(pid: file.pid) }
                if signs.isServerAlive || signs.answer == .refusing { return .starting(pid: file.pid) }
            }
        }
        if signs.isLockHeld || !signs.others.isEmpty { return .leftovers(signs.others) }
        return .stopped
    }
}
