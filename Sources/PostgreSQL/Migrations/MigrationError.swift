/// Why the files and the database do not go together.
package enum MigrationError: Error, Sendable, Equatable {
    /// The folder, or a file in it, cannot be read.
    case unreadable(path: String)
    /// A file of SQL whose name is not `0001_words.sql`.
    case misnamed(String)
    /// Two files with the same number.
    case sameNumber(String, String)
    /// A file that was applied is now different.
    case changed(String)
    /// A migration that was applied has no file.
    case missing(String)
    /// A file that was not applied has a lower number than one that was.
    case outOfOrder(String)
    /// The database has a migration newer than every file: this program is too old for it.
    case databaseIsNewer(String)
    /// A file ended the transaction it was run in.
    case endedItsTransaction(String)
    /// A file is not text in UTF-8, or holds a zero byte.
    case notText(String)
    /// The server refused a file.
    case refused(String, SQLState, message: String)
}

extension MigrationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let path): "cannot read \(path)"
        case .misnamed(let name): "the name of migration \(name) is not like 0001_words.sql"
        case .sameNumber(let first, let second): "migrations \(first) and \(second) have the same number"
        case .changed(let name): "migration \(name) was applied and has been changed since"
        case .missing(let name): "migration \(name) was applied and its file is missing"
        case .outOfOrder(let name): "migration \(name) was not applied, but a later one was"
        case .databaseIsNewer(let name):
            "the database has migration \(name), which this program does not know"
        case .endedItsTransaction(let name): "migration \(name) ended the transaction it was run in"
        case .notText(let name): "migration \(name) is not text in UTF-8"
        case .refused(let name, let state, let message): "migration \(name) failed: \(message) (\(state))"
        }
    }
}
