import CPostgreSQL

/// Talks to the server just enough to know that it is there and has its database.
struct ServerPing: Sendable {
    /// What a server says to a knock.
    enum Answer: Equatable, Sendable {
        /// It takes connections.
        case ready
        /// It is there, but is starting, recovering or stopping.
        case refusing
        /// Nobody answers.
        case silent
    }

    let socketFolder: String
    let port: Int
    /// The user whose server it must be: anybody else's on the socket is not talked to.
    let serverUser: String

    /// How to connect to a database of the server, in libpq's words.
    func connectionString(database: String) -> String {
        "host='\(Self.quoted(socketFolder))' port=\(port) dbname=\(database) user=emapa "
            + "requirepeer='\(Self.quoted(serverUser))'"
    }

    /// Knocks; takes a millisecond, or three seconds where the server hangs.
    func answer() -> Answer {
        if socketFolder.isEmpty { return .silent }
        let answer = unsafe PQping(connectionString(database: "template1") + " connect_timeout=3")
        return switch answer {
        case PQPING_OK: .ready
        case PQPING_REJECT: .refusing
        default: .silent
        }
    }

    /// Makes the database `emapa` unless it is there.
    func prepareDatabase() throws(ClusterError) {
        let connection = unsafe PQconnectdb(connectionString(database: "template1") + " connect_timeout=10")
        defer { unsafe PQfinish(connection) }
        guard unsafe PQstatus(connection) == CONNECTION_OK else {
            throw unsafe .databaseFailed(String(cString: PQerrorMessage(connection)))
        }
        let found = unsafe PQexec(connection, "SELECT FROM pg_database WHERE datname = 'emapa'")
        defer { unsafe PQclear(found) }
        guard unsafe PQresultStatus(found) == PGRES_TUPLES_OK else {
            throw unsafe .databaseFailed(String(cString: PQerrorMessage(connection)))
        }
        if unsafe PQntuples(found) > 0 { return }
        let made = unsafe PQexec(connection, "CREATE DATABASE emapa")
        defer { unsafe PQclear(made) }
        guard unsafe PQresultStatus(made) == PGRES_COMMAND_OK else {
            throw unsafe .databaseFailed(String(cString: PQerrorMessage(connection)))
        }
    }

    /// Escapes a value for a connection string.
    private static func quoted(_ value: String) -> String {
        value.reduce(into: "") { result, character in
            if character == "'" || character == "\\" { result.append("\\") }
            result.append(character)
        }
    }
}
