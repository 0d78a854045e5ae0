/// Why the private cluster cannot be used.
package enum ClusterError: Error, Sendable, Equatable {
    /// No PostgreSQL programs of a version that fits were found in these places.
    case noPrograms(searched: [String])
    /// The folder's cluster was made by another version than those installed.
    case unfitVersion(folder: String, found: String, installed: [Int])
    /// The folder holds something that is no cluster.
    case notACluster(folder: String)
    /// emapa runs as root, and the unprivileged user for the server does not exist.
    case noServerUser(name: String)
    /// PostgreSQL refuses to run as root.
    case serverUserIsRoot
    /// The user id has no name in the system's user database, which PostgreSQL asks for.
    case namelessUser(id: UInt32)
    /// The cluster belongs to somebody else.
    case wrongOwner(folder: String, owner: String, user: String)
    /// The server's user may not pass this folder on the way to the data folder.
    case unreachable(folder: String, user: String, dataFolder: String)
    /// A file or folder could not be worked with.
    case file(path: String, action: String, code: Int32)
    /// Another `emapa serve` works on the folder.
    case alreadyServed(folder: String, pid: Int32?)
    /// Another command was starting or stopping the cluster for too long.
    case busy(folder: String, waited: Duration)
    /// Making the cluster failed; what `initdb` said.
    case creationFailed(folder: String, output: String)
    /// A program could not be started.
    case programFailed(path: String, step: String, code: Int32)
    /// The server ended instead of coming up; the end of its log.
    case serverEnded(log: String, lastLines: String)
    /// The server runs but was not ready in time; it is left running.
    case notReady(pid: Int32, waited: Duration, log: String)
    /// Something unseen holds the cluster: a server in another container, most likely.
    case heldElsewhere(folder: String)
    /// Processes of a server that was killed could not be ended.
    case leftoversRemain(folder: String, pids: [Int32])
    /// The socket's folder is there already and does not belong to the server's user alone.
    case unsafeSocketFolder(path: String)
    /// The server would not stop.
    case stopFailed(pid: Int32)
    /// The server runs, but its database could not be prepared; what it said.
    case databaseFailed(String)
    /// The start was broken off because the cluster is being left.
    case cancelled
    /// A thread or descriptor could not be had from the system.
    case noResources(code: Int32)
}

extension ClusterError: CustomStringConvertible {
    /// What was wrong, where, and what to do about it.
    package var description: String {
        switch self {
        case .noPrograms(let searched):
            "No PostgreSQL \(ServerPrograms.oldest) or newer was found in \(searched.joined(separator: ", ")). "
                + "Install it (Debian: apt install postgresql), or give --database for a server of yours."
        case .unfitVersion(let folder, let found, let installed):
            "The cluster in \(folder) was made by PostgreSQL \(found), but "
                + (installed.isEmpty
                    ? "no fitting version is installed. "
                    : "installed is \(installed.map(String.init).joined(separator: ", ")). ")
                + "Install postgresql-\(found), or bring the data over with pg_dump or pg_upgrade."
        case .notACluster(let folder):
            "\(folder) is there but holds no PostgreSQL cluster. Move it away, or choose another data folder."
        case .noServerUser(let name):
            "PostgreSQL does not run as root, and there is no user \(name) to run it as. Install Debian's "
                + "postgresql package, which makes one, or name an unprivileged user."
        case .serverUserIsRoot:
            "PostgreSQL does not run as root. Name an unprivileged user, or give it the data folder (chown)."
        case .namelessUser(let id):
            "The user id \(id) has no name in the user database, and PostgreSQL needs one. Add it to /etc/passwd."
        case .wrongOwner(let folder, let owner, let user):
            "The cluster in \(folder) belongs to \(owner), but emapa would use it as \(user). "
                + "Run emapa as \(owner) or as root, or choose another data folder."
        case .unreachable(let folder, let user, let dataFolder):
            "PostgreSQL runs as the user \(user), who may not pass \(folder) to reach \(dataFolder). "
                + "Let it pass with 'chmod o+x \(folder)', or choose a data folder elsewhere, "
                + "such as /var/lib/emapa."
        case .file(let path, let action, let code):
            "\(path) could not be \(action): \(SystemError.text(code))."
        case .alreadyServed(let folder, let pid):
            "Another 'emapa serve'\(pid.map { " (process \($0))" } ?? "") already works on \(folder). "
                + "Stop it first, or choose another data folder."
        case .busy(let folder, let waited):
            "Another command has been starting or stopping the cluster in \(folder) for \(waited). Try again later."
        case .creationFailed(let folder, let output):
            "PostgreSQL's initdb could not make a cluster in \(folder):\n\(output)"
        case .programFailed(let path, let step, let code):
            "\(path) could not be started (\(step)): \(SystemError.text(code))."
        case .serverEnded(let log, let lastLines):
            "PostgreSQL ended while starting. The end of its log \(log):\n\(lastLines)"
        case .notReady(let pid, let waited, let log):
            "PostgreSQL (process \(pid)) was not ready after \(waited). It is left running, so that the next "
                + "start goes on from there; its log is \(log)."
        case .heldElsewhere(let folder):
            "A PostgreSQL server that cannot be seen from here holds \(folder): does another container use it? "
                + "Stop it there first."
        case .leftoversRemain(let folder, let pids):
            "Processes of an earlier server on \(folder) would not end: "
                + "\(pids.map(String.init).joined(separator: ", ")). End them by hand."
        case .unsafeSocketFolder(let path):
            "\(path) should hold the database's socket, but is no folder of the server's user alone. Remove it."
        case .stopFailed(let pid):
            "PostgreSQL (process \(pid)) would not stop."
        case .databaseFailed(let message):
            "PostgreSQL runs, but the database could not be prepared: \(message)"
        case .cancelled:
            "The start of the private cluster was broken off."
        case .noResources(let code):
            "The system has no more threads or files to give: \(SystemError.text(code))."
        }
    }
}
