/// The bounds of what is taken as a photo.
package struct PhotoLimits: Sendable {
    /// Bytes of the uploaded file.
    package var fileBytes = 7 << 20
    /// Pixels of the picture as the file says, before one is decoded.
    package var pixels = 50_000_000
    /// Pixels of its longest edge.
    package var edge = 16_000
    /// Bytes that all decoded pixels would take: 50 megapixels of four bytes.
    package var decodedBytes = 200_000_000
    /// How long decoding may take, where the decoder can be stopped.
    package var decoding: Duration = .seconds(10)

    /// The bounds that the API names.
    package static let standard = PhotoLimits()

    /// Throws unless a picture of this size may be decoded.
    func admit(width: Int, height: Int, pixelBytes: Int = 3) throws(PhotoRefused) {
        guard width > 0, height > 0, pixelBytes > 0 else { throw .unreadable }
        guard width <= edge, height <= edge, width * height <= pixels,
            width * height <= decodedBytes / pixelBytes
        else { throw .pictureTooLarge }
    }
}
