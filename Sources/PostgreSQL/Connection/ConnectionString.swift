import CPostgreSQL

/// Where a database is: a `postgres://` address or libpq's keywords, checked and passed on as written.
package struct ConnectionString: Sendable {
    /// The text as given, which may hold a password and is never printed.
    let text: String

    /// The parts that may be shown: host, port, database and user.
    private let shown: String

    /// Throws `DatabaseError.connectionString` for text that libpq does not understand.
    ///
    /// What libpq would say is left out, because it may quote a password.
    package init(_ text: String) throws(DatabaseError) {
        guard !text.utf8.contains(0) else { throw .connectionString }
        var message: UnsafeMutablePointer<CChar>?
        let options = unsafe PQconninfoParse(text, &message)
        defer { unsafe PQfreemem(message) }
        guard let options = unsafe options else { throw .connectionString }
        defer { unsafe PQconninfoFree(options) }

        var parts: [String] = []
        var option = unsafe options
        while let keyword = unsafe option.pointee.keyword {
            let name = unsafe String(cString: keyword)
            if Self.showable.contains(name), let value = unsafe option.pointee.val {
                unsafe parts.append("\(name)=\(String(cString: value))")
            }
            unsafe option += 1
        }
        self.text = text
        self.shown = parts.joined(separator: " ")
    }

    private static let showable: Set<String> = ["host", "hostaddr", "port", "dbname", "user", "sslmode"]
}

extension ConnectionString: CustomStringConvertible, CustomDebugStringConvertible {
    /// Host, port, database and user; nothing secret.
    package var description: String { shown }
    package var debugDescription: String { shown }
}

extension ConnectionString: CustomReflectable {
    package var customMirror: Mirror { Mirror(self, children: ["shown": shown]) }
}
