import Glibc

/// The process's bound on open descriptors.
enum DescriptorLimit {
    /// Other descriptors than connections: files, the database, the watch.
    private static let others = 512

    /// Makes room for so many connections, as far as the system lets us.
    static func makeRoom(forConnections connections: Int) {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        let wanted = min(rlim_t(connections + others), limit.rlim_max)
        guard limit.rlim_cur < wanted else { return }
        limit.rlim_cur = wanted
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
