import Glibc

/// Makes a cluster: beside its place first, then moved there in one step, so that a kill leaves none or a whole one.
struct NewCluster {
    let folder: ClusterFolder
    let account: ServerAccount
    let programs: ServerPrograms
    let stopSign: StopSign

    /// Runs initdb and moves the result into place.
    ///
    /// - Precondition: the caller holds the start lock, and there is no cluster.
    func make() throws(ClusterError) {
        let unfinished = folder.unfinishedCluster
        try removeUnfinished()
        if unsafe mkdir(unfinished, 0o700) != 0 {
            throw .file(path: unfinished, action: "created", code: errno)
        }
        if account.isAnother, unsafe chown(unfinished, account.user, account.group) != 0 {
            throw .file(path: unfinished, action: "given to \(account.name)", code: errno)
        }
        // Text sorts by bytes, which is quick and the same everywhere; letters are known in all of Unicode.
        let run = try ProgramRun(
            programs.initdb,
            [
                "--pgdata=\(unfinished)", "--username=emapa", "--encoding=UTF8", "--locale=C.UTF-8",
                "--lc-collate=C", "--lc-messages=C", "--data-checksums", "--auth=peer", "--no-instructions",
            ],
            as: account,
            limit: .seconds(300),
            stopSign: stopSign
        )
        if run.exitCode != 0 {
            try removeUnfinished()
            throw .creationFailed(folder: folder.path, output: run.output)
        }
        let settings = unfinished + "/postgresql.conf"
        let standard = SmallFile.text(settings) ?? ""
        try SmallFile.replace(settings, with: standard + ClusterSettings.inclusion, owner: account)
        try ClusterSettings.write(into: unfinished, account: account)
        try sync(unfinished)
        if unsafe rename(unfinished, folder.cluster) != 0 {
            throw .file(path: folder.cluster, action: "created", code: errno)
        }
        try sync(folder.path)
    }

    /// Removes what a killed initdb left.
    ///
    /// The contents are removed as the server's user, to whom they belong, so
    /// that no link in them can lead root astray.
    private func removeUnfinished() throws(ClusterError) {
        let unfinished = folder.unfinishedCluster
        if unsafe access(unfinished, F_OK) != 0 { return }
        _ = try ProgramRun(
            "/bin/rm",
            ["-rf", "--", unfinished],
            as: account,
            limit: .seconds(60),
            stopSign: stopSign
        )
        if unsafe rmdir(unfinished) != 0 && errno != ENOENT {
            throw .file(path: unfinished, action: "removed", code: errno)
        }
    }

    private func sync(_ path: String) throws(ClusterError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        if descriptor < 0 || fsync(descriptor) != 0 {
            throw .file(path: path, action: "written to the disk", code: errno)
        }
    }
}
