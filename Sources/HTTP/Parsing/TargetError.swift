/// Why a request target is refused: `tooLong` answers 414, the others 400.
package enum TargetError: Error, Equatable {
    case tooLong
    case tooManySegments
    case notOriginForm
    /// A raw space, control character or `#`.
    case forbiddenByte
    case badEscape
    case notUTF8
    /// A segment whose decoded text holds a control character.
    case controlCharacter
    case emptySegment
    /// `.` or `..`, also when percent-encoded.
    case dotSegment
    /// A percent-encoded `/` or a `\`, which would be a path inside a segment.
    case hiddenSeparator
    case query(FormError)
}
