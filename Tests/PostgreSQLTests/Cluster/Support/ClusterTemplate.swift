import Glibc

@testable import PostgreSQL

/// A stopped cluster that tests copy, because making one costs a second of work and many writes to the disk.
enum ClusterTemplate {
    private static let folder: TemporaryFolder? = {
        let folder = TemporaryFolder()
        guard let cluster = try? PrivateCluster(folder.configuration),
            (try? cluster.start(as: .visiting)) != nil, (try? cluster.leave()) != nil
        else { return nil }
        atexit(removeTemplate)
        return folder
    }()

    /// Copies the template into an empty folder.
    static func copy(to path: String) throws {
        guard let folder else { throw ClusterError.cancelled }
        let source = folder.path + "/cluster"
        // A busy disk takes its time.
        let run = try ProgramRun(
            "/bin/cp",
            ["-a", source, path + "/cluster"],
            limit: .seconds(60),
            stopSign: StopSign()
        )
        if run.exitCode != 0 { throw ClusterError.creationFailed(folder: path, output: run.output) }
    }

    fileprivate static func remove() {
        folder?.remove()
    }
}

private func removeTemplate() {
    ClusterTemplate.remove()
}
