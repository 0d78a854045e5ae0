/// What the private cluster needs to know before it starts.
package struct ClusterConfiguration: Sendable {
    /// The folder that holds the cluster, its locks and its log; made where it does not exist.
    package var dataFolder: String
    /// The unprivileged user that the server runs as when emapa is root; `nil` is the owner of an existing
    /// cluster, else `postgres`.
    package var serverUser: String?
    /// The folder of PostgreSQL's programs; `nil` searches for them.
    package var programFolder: String?
    /// How long a start may take, crash recovery and waiting for other commands included.
    package var startLimit: Duration
    /// How long a fast stop may take before an immediate one follows.
    package var stopLimit: Duration

    /// Makes a configuration; the limits suit a server that may have gigabytes of log to replay.
    package init(
        dataFolder: String,
        serverUser: String? = nil,
        programFolder: String? = nil,
        startLimit: Duration = .seconds(600),
        stopLimit: Duration = .seconds(30)
    ) {
        self.dataFolder = dataFolder
        self.serverUser = serverUser
        self.programFolder = programFolder
        self.startLimit = startLimit
        self.stopLimit = stopLimit
    }
}

/// What a user of the cluster is to it.
package enum ClusterUse: Sendable, Equatable {
    /// The service: the only one on its folder.
    case serving
    /// Any other command: as many as like, beside the service or without it.
    case visiting
}
