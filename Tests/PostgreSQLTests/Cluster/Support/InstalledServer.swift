import Glibc

@testable import PostgreSQL

/// The programs that tests start servers with; `nil` where they or a user to run them as are missing.
let installedServer: ServerPrograms? = {
    guard geteuid() != 0 || (try? ServerAccount(named: "postgres")) != nil, let sign = try? StopSign() else {
        return nil
    }
    return try? .find(in: nil, clusterVersion: nil, clusterFolder: "", stopSign: sign)
}()
