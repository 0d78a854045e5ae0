/// The five characters by which PostgreSQL names what went wrong (Appendix A of its manual).
package struct SQLState: Hashable, Sendable {
    /// The characters themselves, such as `23505`.
    package let code: String

    private init(known code: String) {
        self.code = code
    }

    /// Accepts exactly five ASCII letters or digits.
    package init?(_ code: String) {
        let characters = code.utf8
        let wellFormed = characters.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        guard characters.count == 5, wellFormed else { return nil }
        self.code = code
    }

    /// The first two characters: the class of the condition.
    package var family: Substring { code.prefix(2) }

    package static let featureNotSupported = SQLState(known: "0A000")
    package static let numericValueOutOfRange = SQLState(known: "22003")
    package static let characterNotInRepertoire = SQLState(known: "22021")
    package static let invalidTextRepresentation = SQLState(known: "22P02")
    package static let invalidBinaryRepresentation = SQLState(known: "22P03")
    package static let badCopyFormat = SQLState(known: "22P04")
    package static let notNullViolation = SQLState(known: "23502")
    package static let foreignKeyViolation = SQLState(known: "23503")
    package static let uniqueViolation = SQLState(known: "23505")
    package static let checkViolation = SQLState(known: "23514")
    package static let exclusionViolation = SQLState(known: "23P01")
    package static let readOnlyTransaction = SQLState(known: "25006")
    package static let inFailedTransaction = SQLState(known: "25P02")
    package static let idleInTransactionTimeout = SQLState(known: "25P03")
    package static let invalidStatementName = SQLState(known: "26000")
    package static let serializationFailure = SQLState(known: "40001")
    package static let deadlockDetected = SQLState(known: "40P01")
    package static let insufficientPrivilege = SQLState(known: "42501")
    package static let syntaxError = SQLState(known: "42601")
    package static let undefinedColumn = SQLState(known: "42703")
    package static let undefinedTable = SQLState(known: "42P01")
    package static let tooManyConnections = SQLState(known: "53300")
    package static let lockNotAvailable = SQLState(known: "55P03")
    package static let queryCanceled = SQLState(known: "57014")
    package static let adminShutdown = SQLState(known: "57P01")
    package static let raisedException = SQLState(known: "P0001")
}

extension SQLState: CustomStringConvertible {
    package var description: String { code }
}
