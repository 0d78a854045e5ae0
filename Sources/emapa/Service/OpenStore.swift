import PostgreSQL

/// The database that a command works on: somebody's, or a private cluster that is made and started if need be.
///
/// Opening and closing block for seconds; commands do both on their main thread, before and after all tasks.
final class OpenStore {
    let connection: ConnectionString
    private let cluster: PrivateCluster?

    init(_ store: Configuration.Store, as use: ClusterUse, observer: Observer) throws {
        switch store {
        case .database(let url):
            cluster = nil
            connection = try ConnectionString(url)
        case .privateCluster(let folder):
            let cluster = try PrivateCluster(ClusterConfiguration(dataFolder: folder)) {
                observer.note(.cluster($0))
            }
            connection = try ConnectionString(try cluster.start(as: use))
            self.cluster = cluster
            if use == .serving { try cluster.supervise() }
        }
    }

    /// Stops the private cluster if nobody else uses it.
    func close() throws {
        try cluster?.leave()
    }
}
