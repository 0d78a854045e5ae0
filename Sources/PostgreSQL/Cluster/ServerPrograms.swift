import Glibc

/// The folder of one installed version of PostgreSQL's programs.
struct ServerPrograms: Sendable, Equatable {
    /// The oldest major version that emapa works with.
    static let oldest = 15

    let folder: String
    let version: Int

    var postgres: String { folder + "/postgres" }
    var initdb: String { folder + "/initdb" }

    /// Finds the programs for a cluster made by `clusterVersion`, or the newest where there is no cluster yet.
    static func find(
        in given: String?,
        clusterVersion: String?,
        clusterFolder: String,
        stopSign: StopSign
    ) throws(ClusterError) -> ServerPrograms {
        var searched: [String] = []
        var installed: [ServerPrograms] = []
        if let given {
            searched = [given]
            installed = [try probe(given, stopSign)].compactMap(\.self)
        } else {
            searched = ["/usr/lib/postgresql"]
            installed = debian()
            if choose(from: installed, clusterVersion: clusterVersion) == nil {
                let others = try foldersOfPath(stopSign)
                searched += others
                for folder in others {
                    if let programs = try probe(folder, stopSign) { installed.append(programs) }
                }
            }
        }
        if let chosen = choose(from: installed, clusterVersion: clusterVersion) { return chosen }
        guard let clusterVersion else { throw .noPrograms(searched: searched) }
        throw .unfitVersion(
            folder: clusterFolder,
            found: clusterVersion,
            installed: installed.map(\.version).sorted()
        )
    }

    /// The programs of the cluster's own version, or the newest where there is no cluster.
    static func choose(from installed: [ServerPrograms], clusterVersion: String?) -> ServerPrograms? {
        let fitting = installed.filter { $0.version >= oldest }
        guard let clusterVersion else { return fitting.max { $0.version < $1.version } }
        return fitting.first { String($0.version) == clusterVersion }
    }

    /// The major version in what `postgres --version` prints.
    static func majorVersion(in output: String) -> Int? {
        let words = output.split(separator: " ")
        guard let marker = words.firstIndex(of: "(PostgreSQL)"), marker + 1 < words.count else { return nil }
        return Int(words[marker + 1].prefix { $0.isASCII && $0.isNumber })
    }

    private static func debian() -> [ServerPrograms] {
        FolderListing.names(in: "/usr/lib/postgresql").compactMap { name in
            guard let version = Int(name) else { return nil }
            let programs = ServerPrograms(folder: "/usr/lib/postgresql/\(name)/bin", version: version)
            return programs.areExecutable ? programs : nil
        }
    }

    private static func probe(_ folder: String, _ stopSign: StopSign) throws(ClusterError) -> ServerPrograms?
    {
        guard ServerPrograms(folder: folder, version: 0).areExecutable else { return nil }
        let run = try ProgramRun(folder + "/postgres", ["--version"], stopSign: stopSign)
        return majorVersion(in: run.output).map { ServerPrograms(folder: folder, version: $0) }
    }

    private static func foldersOfPath(_ stopSign: StopSign) throws(ClusterError) -> [String] {
        guard let path = unsafe getenv("PATH") else { return [] }
        var folders = unsafe String(cString: path).split(separator: ":").map(String.init)
            .filter { $0.hasPrefix("/") }
        for folder in folders where unsafe access(folder + "/pg_config", X_OK) == 0 {
            let run = try ProgramRun(folder + "/pg_config", ["--bindir"], stopSign: stopSign)
            if run.exitCode == 0 { folders.append(String(run.output.prefix { $0 != "\n" })) }
        }
        return folders
    }

    private var areExecutable: Bool {
        unsafe access(postgres, X_OK) == 0 && access(initdb, X_OK) == 0
    }
}
