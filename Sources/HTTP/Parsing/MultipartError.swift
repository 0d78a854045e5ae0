/// Why a body is not multipart form data that we take.
///
/// `tooMany…` and `…TooLong` answer 413, the others 400.
package enum MultipartError: Error, Equatable {
    /// The content type is not `multipart/form-data` with a well-formed boundary.
    case badContentType
    /// The body does not begin with the boundary, or something else follows it on its line.
    case badDelimiter
    /// The closing boundary is missing.
    case truncated
    /// Something follows the closing boundary.
    case trailingBytes
    case tooManyParts
    case tooManyHeaders
    case headersTooLong
    case badHeader
    /// A part without `Content-Disposition: form-data` and a name.
    case badDisposition
    /// A part encoded as base64 or quoted-printable, which RFC 7578 §4.7 gave up.
    case transferEncoding
    /// The text of a field is not UTF-8 or holds NUL.
    case badText
    /// The text of a field is longer than the limit.
    case fieldTooLong
}
