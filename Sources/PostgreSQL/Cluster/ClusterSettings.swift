import Glibc

/// The texts of the configuration files that emapa owns in the cluster's folder.
enum ClusterSettings {
    /// The server's settings.
    ///
    /// Written anew at each start; an operator's own settings stand below the `include` in `postgresql.conf`, or come by `ALTER SYSTEM`, and win.
    static func emapaConf(memory: Int) -> String {
        let shared = sharedBuffers(memory: memory)
        return """
            # Written by emapa at every start. Put settings of your own below the include in postgresql.conf.

            # A report that was answered with a number is on the disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # Four pools of a few instances, commands beside them, and room for an operator.
            max_connections = 100

            # Sized by the machine's memory: an eighth for pages, the rest is the system's cache and emapa's.
            shared_buffers = \(shared)MB
            effective_cache_size = \(shared * 4)MB
            work_mem = 16MB
            maintenance_work_mem = 128MB

            # Rare checkpoints: bulk loads write each page once, and recovery still takes seconds.
            checkpoint_timeout = 15min
            max_wal_size = 4GB
            min_wal_size = 256MB
            wal_buffers = 16MB

            # Disks without moving parts, short queries, two cores.
            random_page_cost = 1.1
            effective_io_concurrency = 64
            jit = off
            max_parallel_workers_per_gather = 1
            max_parallel_maintenance_workers = 1

            # Reports change often in few columns: vacuum early.
            autovacuum_vacuum_scale_factor = 0.05
            autovacuum_analyze_scale_factor = 0.05

            # Times are instants; the city's time zone is emapa's business.
            timezone = 'UTC'
            log_timezone = 'UTC'

            # Short and without personal data: neither statements nor the values in them. emapa bounds the file.
            logging_collector = off
            log_destination = 'stderr'
            log_line_prefix = '%m [%p] '
            log_min_messages = warning
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off

            """
    }

    /// Who may connect: local users only, by their operating system's name.
    static let access = """
        # Written by emapa at every start.
        local  all          all  peer  map=emapa
        local  replication  all  peer  map=emapa

        """

    /// Which operating system's users are the role `emapa`: root and the server's own user.
    static func identities(serverUser: String) -> String {
        """
        # Written by emapa at every start.
        emapa  root  emapa
        emapa  "\(serverUser)"  emapa

        """
    }

    /// Megabytes for the server's own page cache: an eighth of the memory, between 128 and 1024.
    static func sharedBuffers(memory: Int) -> Int {
        min(1024, max(128, memory / 8 / 1_048_576))
    }

    /// The bytes of memory this machine or container has.
    static func memory() -> Int {
        let machine = max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE)))
        let container = SmallFile.text("/sys/fs/cgroup/memory.max").flatMap { Int($0.prefix { $0 != "\n" }) }
        return min(machine, container ?? machine)
    }

    /// Writes the files into a cluster's folder.
    static func write(into cluster: String, account: ServerAccount) throws(ClusterError) {
        try SmallFile.replace(cluster + "/emapa.conf", with: emapaConf(memory: memory()), owner: account)
        try SmallFile.replace(cluster + "/pg_hba.conf", with: access, owner: account)
        let identities = identities(serverUser: account.name)
        try SmallFile.replace(cluster + "/pg_ident.conf", with: identities, owner: account)
    }

    /// What is appended to the `postgresql.conf` of a new cluster.
    static let inclusion = """

        # emapa's settings; your own go below this line.
        include 'emapa.conf'

        """
}
