import CPostgreSQL
import Glibc

/// The keywords a connection is opened with; later ones win, as libpq has it.
struct ConnectionParameters {
    private let pairs: [(keyword: String, value: String)]

    init(_ configuration: DatabaseConfiguration) {
        let seconds = max(2, Int(configuration.connectTimeout.components.seconds))
        pairs = [
            ("application_name", configuration.applicationName),
            ("connect_timeout", String(seconds)),
            ("keepalives", "1"),
            ("keepalives_idle", "30"),
            ("keepalives_interval", "5"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"),
            ("dbname", configuration.connection.text),
            ("client_encoding", "UTF8"),
        ]
    }

    /// Opens a connection and waits for it; nil only when memory is short.
    @unsafe func connect() -> OpaquePointer? {
        let keywords = unsafe pairs.map { unsafe strdup($0.keyword) }
        let values = unsafe pairs.map { unsafe strdup($0.value) }
        defer {
            unsafe keywords.forEach { unsafe free($0) }
            unsafe values.forEach { unsafe free($0) }
        }
        let keywordList = unsafe keywords.map { unsafe UnsafePointer($0) } + [nil]
        let valueList = unsafe values.map { unsafe UnsafePointer($0) } + [nil]
        // 1: `dbname` is a whole connection string, spread out where it stands.
        return unsafe PQconnectdbParams(keywordList, valueList, 1)
    }
}
