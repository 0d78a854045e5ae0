import Glibc

/// What a start of the private cluster would use, found without changing anything.
package struct ClusterPlan: Sendable, Equatable {
    /// The folder of PostgreSQL's programs.
    package let programFolder: String
    /// Their major version.
    package let version: Int
    /// The user that the server would run as.
    package let serverUser: String
    /// Tells whether the data folder holds a cluster already.
    package let isCreated: Bool
    /// The process id of its server, if it runs.
    package let runningPid: Int32?

    /// Finds out what a start would use, and throws what would stop it.
    ///
    /// Blocks for some milliseconds, or up to ten seconds where PostgreSQL has to be searched for.
    package init(for configuration: ClusterConfiguration) throws(ClusterError) {
        let place = Self.existingPart(of: configuration.dataFolder)
        let folder = try ClusterFolder(at: place)
        let isThere = place == configuration.dataFolder
        let clusterVersion = isThere ? try folder.clusterVersion() : nil
        let account =
            isThere || geteuid() != 0
            ? try ServerAccount.forServer(of: folder, asked: configuration.serverUser)
            : try ServerAccount(named: configuration.serverUser ?? "postgres")
        try folder.checkReach(of: account)
        let programs = try ServerPrograms.find(
            in: configuration.programFolder,
            clusterVersion: clusterVersion,
            clusterFolder: folder.cluster,
            stopSign: StopSign()
        )
        programFolder = programs.folder
        version = programs.version
        serverUser = account.name
        isCreated = clusterVersion != nil
        let file = SmallFile.text(folder.postmasterFile).flatMap(PostmasterFile.init)
        runningPid = file.flatMap {
            ProcessTable(folder: folder, account: account).isServer($0.pid) ? $0.pid : nil
        }
    }

    /// The longest part of a path that is there.
    private static func existingPart(of path: String) -> String {
        var part = path
        while unsafe access(part, F_OK) != 0 {
            guard let slash = part.dropLast().lastIndex(of: "/") else { return "." }
            part = slash == part.startIndex ? "/" : String(part[..<slash])
        }
        return part
    }
}
