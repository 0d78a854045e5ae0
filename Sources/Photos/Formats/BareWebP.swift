/// A WebP file of pixels alone (RFC 9649, section 2): what the encoder wrote, without its EXIF, XMP and profile.
///
/// libvips 8.14 adds an EXIF block of its own even where it is told to leave all metadata out.
struct BareWebP {
    private static let mostPixels = 1 << 14
    /// The flag of the extended head that says that there is transparency.
    private static let transparency: UInt8 = 0x10

    let bytes: [UInt8]

    /// Nil if there is no still picture in it.
    init?(_ file: [UInt8], width: Int, height: Int) {
        let view = PictureBytes(file)
        guard view.text(at: 0) == "RIFF", view.text(at: 8) == "WEBP", (1...Self.mostPixels).contains(width),
            (1...Self.mostPixels).contains(height)
        else { return nil }
        var position = 12
        var content: [UInt8] = []
        var isTransparent = false
        var hasPicture = false
        while let type = view.text(at: position), let length = view.uint32(at: position + 4, .little),
            length <= view.count - position - 8
        {
            let end = min(view.count, position + 8 + length + length % 2)
            if ["VP8 ", "VP8L", "ALPH"].contains(type) { content += file[position..<end] }
            if type == "ALPH" { isTransparent = true }
            if type == "VP8 " || type == "VP8L" { hasPicture = true }
            position = end
        }
        guard hasPicture else { return nil }
        if isTransparent {
            let head = [Self.transparency, 0, 0, 0] + Self.three(width - 1) + Self.three(height - 1)
            content = Array("VP8X".utf8) + Self.four(head.count) + head + content
        }
        bytes = Array("RIFF".utf8) + Self.four(4 + content.count) + Array("WEBP".utf8) + content
    }

    private static func four(_ number: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func three(_ number: Int) -> [UInt8] {
        [0, 8, 16].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}
