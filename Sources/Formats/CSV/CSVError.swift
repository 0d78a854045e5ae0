/// Where and why bytes are not the comma-separated values that we take.
package struct CSVError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The line of the file, from 1.
    package let line: Int
    /// The value in its line, from 1; nil where the whole line is meant.
    package let field: Int?
    /// What is wrong.
    package let fault: CSVFault

    /// The place and the fault in words.
    package var description: String {
        "line \(line)\(field.map { ", field \($0)" } ?? ""): \(fault.words)"
    }
}

/// What can be wrong with comma-separated values.
package enum CSVFault: Equatable, Sendable {
    case quoteInside
    case quoteNotClosed
    case textAfterQuote
    case loneCarriageReturn
    case notUTF8
    case fieldTooLong(Int)
    case recordTooLong(Int)
    case tooManyFields(Int)
    case tooManyRecords(Int)

    /// The fault in words.
    package var words: String {
        switch self {
        case .quoteInside: "a quote in a value that does not begin with one"
        case .quoteNotClosed: "the quote is never closed"
        case .textAfterQuote: "text between a closing quote and the comma"
        case .loneCarriageReturn: "a carriage return without a line feed"
        case .notUTF8: "the value is not UTF-8, or holds a NUL"
        case .fieldTooLong(let limit): "the value has more than \(limit) bytes"
        case .recordTooLong(let limit): "the line has more than \(limit) bytes"
        case .tooManyFields(let limit): "the line has more than \(limit) values"
        case .tooManyRecords(let limit): "the file has more than \(limit) lines"
        }
    }
}
