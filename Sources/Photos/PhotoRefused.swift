/// Why an upload did not become a photo, by what its sender can do about it.
package enum PhotoRefused: Error, Equatable, Sendable {
    /// The file has more bytes than are taken.
    case fileTooLarge(limit: Int)
    /// It is no JPEG, PNG, WebP or HEIC.
    case unknownType
    /// It begins like a picture but is damaged, cut off, or something else besides.
    case unreadable
    /// It has more pixels than are taken, or takes too long to decode.
    case pictureTooLarge
    /// Too many pictures are waiting already.
    case busy
}
