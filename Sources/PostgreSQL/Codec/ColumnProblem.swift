/// Why the bytes of a column are not the value that was asked for.
package enum ColumnProblem: Error, Sendable, Equatable {
    case missing
    case null
    case wrongType(ColumnType)
    case wrongLength(Int)
    case malformed
    case outOfRange
    case notInBinary
}
