/// A WebP file: chunks that fill its RIFF container, which fills the file (RFC 9649, section 2).
///
/// Of an animation the first picture is taken.
struct WebPStructure {
    private static let pictures: Set = ["VP8 ", "VP8L", "ANMF"]
    private static let first: Set = ["VP8 ", "VP8L", "VP8X"]
    private static let mostChunks = 4_096

    private(set) var exif: Range<Int>?

    init(reading view: PictureBytes) throws(PhotoRefused) {
        guard let size = view.uint32(at: 4, .little), size + 8 == view.count,
            let type = view.text(at: 12), WebPStructure.first.contains(type)
        else { throw .unreadable }
        var position = 12
        var hasPicture = false
        for _ in 0..<WebPStructure.mostChunks {
            if position == view.count {
                guard hasPicture else { break }
                return
            }
            guard let type = view.text(at: position), let length = view.uint32(at: position + 4, .little),
                length <= view.count - position - 8
            else { break }
            if WebPStructure.pictures.contains(type) { hasPicture = true }
            if type == "EXIF", exif == nil { exif = position + 8..<position + 8 + length }
            position = min(view.count, position + 8 + length + length % 2)
        }
        throw .unreadable
    }
}
