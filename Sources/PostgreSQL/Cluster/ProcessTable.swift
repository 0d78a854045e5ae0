import Glibc

/// Looks at the system's processes, to tell the servers of a cluster from strangers.
///
/// Only what every user may read is used: in a container root may not look into another user's process.
struct ProcessTable: Sendable {
    let folder: ClusterFolder
    let account: ServerAccount

    /// Tells whether the process is a living postmaster that was started on this cluster's folder; an operator's
    /// single-user server is none.
    func isServer(_ pid: Int32) -> Bool {
        guard isAlive(pid), belongsToAccount(pid) else { return false }
        let arguments = self.arguments(of: pid)
        guard let program = arguments.first, program.hasSuffix("/postgres"), !arguments.contains("--single")
        else {
            return false
        }
        return zip(arguments, arguments.dropFirst()).contains { $0 == "-D" && $1 == folder.cluster }
    }

    /// All living processes of servers on this cluster: postmasters by their arguments, the others by the
    /// cluster's name in their titles.
    func processes() -> [Int32] {
        FolderListing.names(in: "/proc").compactMap { Int32($0) }.filter { isServer($0) || isServerChild($0) }
    }

    private func isServerChild(_ pid: Int32) -> Bool {
        guard let title = arguments(of: pid).first, title.hasPrefix("postgres: \(folder.name): ") else {
            return false
        }
        return isAlive(pid) && belongsToAccount(pid)
    }

    private func arguments(of pid: Int32) -> [String] {
        guard let bytes = SmallFile.bytes("/proc/\(pid)/cmdline") else { return [] }
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    private func belongsToAccount(_ pid: Int32) -> Bool {
        var information = stat()
        return unsafe stat("/proc/\(pid)", &information) == 0 && information.st_uid == account.user
    }

    /// Tells whether a process exists and has not ended: one that nobody has collected counts as ended.
    private func isAlive(_ pid: Int32) -> Bool {
        guard let text = SmallFile.text("/proc/\(pid)/stat"), let name = text.lastIndex(of: ")") else {
            return false
        }
        let state = text[name...].dropFirst(2).first
        return state != "Z" && state != "X" && state != nil
    }
}
