import CPostgreSQL

/// What the server said when it refused a statement.
///
/// `description` names only the state and is safe to show; the texts, which may quote data, are in
/// `debugDescription` alone.
package struct ServerFailure: Error, Sendable {
    /// What kind of failure it is.
    package let state: SQLState
    /// The constraint that was violated, where there is one.
    package let constraint: String?
    /// The table concerned, where the server names one.
    package let table: String?
    /// The column concerned, where the server names one.
    package let column: String?

    let message: String
    let detail: String?
    let hint: String?
    let context: String?
    let sourceFunction: String?

    init(
        state: SQLState,
        message: String,
        constraint: String? = nil,
        table: String? = nil,
        column: String? = nil,
        detail: String? = nil,
        hint: String? = nil,
        context: String? = nil,
        sourceFunction: String? = nil
    ) {
        self.state = state
        self.message = message
        self.constraint = constraint
        self.table = table
        self.column = column
        self.detail = detail
        self.hint = hint
        self.context = context
        self.sourceFunction = sourceFunction
    }

    /// Nil when the result carries no state: then it was not the server that spoke, but libpq.
    @unsafe init?(result: OpaquePointer) {
        func field(_ code: Int) -> String? {
            guard let text = unsafe PQresultErrorField(result, Int32(code)) else { return nil }
            return unsafe String(cString: text)
        }
        guard let state = field(DiagnosticField.state).flatMap(SQLState.init(_:)) else { return nil }
        self.init(
            state: state,
            message: field(DiagnosticField.message) ?? "",
            constraint: field(DiagnosticField.constraint),
            table: field(DiagnosticField.table),
            column: field(DiagnosticField.column),
            detail: field(DiagnosticField.detail),
            hint: field(DiagnosticField.hint),
            context: field(DiagnosticField.context),
            sourceFunction: field(DiagnosticField.sourceFunction)
        )
    }

    /// The transaction was fine in itself and may succeed when run again.
    var isSerializationFailure: Bool {
        state == .serializationFailure || state == .deadlockDetected
    }

    /// A prepared statement no longer fits the tables, or is gone: preparing it again helps.
    var isStaleStatement: Bool {
        state == .invalidStatementName
            || (state == .featureNotSupported && sourceFunction == "RevalidateCachedQuery")
    }
}

/// The letters by which libpq addresses the fields of an error (postgres_ext.h, PG_DIAG_…).
private enum DiagnosticField {
    static let state = Int(UInt8(ascii: "C"))
    static let message = Int(UInt8(ascii: "M"))
    static let detail = Int(UInt8(ascii: "D"))
    static let hint = Int(UInt8(ascii: "H"))
    static let context = Int(UInt8(ascii: "W"))
    static let table = Int(UInt8(ascii: "t"))
    static let column = Int(UInt8(ascii: "c"))
    static let constraint = Int(UInt8(ascii: "n"))
    static let sourceFunction = Int(UInt8(ascii: "R"))
}

extension ServerFailure: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "the database refused the statement (\(state.code))" }

    package var debugDescription: String {
        var text = "\(state.code) \(message)"
        for (name, value) in [
            ("detail", detail), ("hint", hint), ("constraint", constraint), ("table", table),
            ("column", column),
            ("context", context),
        ] {
            if let value { text += "; \(name): \(value)" }
        }
        return text
    }
}
