/// A PNG file (W3C PNG, section 5): chunks from the signature to IEND, and nothing behind.
struct PNGStructure {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// What the decoder needs; texts are left out before they are unpacked, since a few bytes can become gigabytes.
    private static let kept: Set = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "gAMA", "cHRM", "iCCP"]
    private static let once: Set = ["IHDR", "PLTE", "iCCP", "eXIf"]

    let width: Int
    let height: Int
    private(set) var kept: [Range<Int>] = [0..<PNGStructure.signature.count]
    private(set) var exif: Range<Int>?

    init(reading view: PictureBytes) throws(PhotoRefused) {
        var position = PNGStructure.signature.count
        guard view.uint32(at: position) == 13, view.text(at: position + 4) == "IHDR",
            let width = view.uint32(at: position + 8), let height = view.uint32(at: position + 12)
        else { throw .unreadable }
        (self.width, self.height) = (width, height)
        var seen: Set<String> = []
        while true {
            guard let length = view.uint32(at: position), let type = view.text(at: position + 4),
                length <= view.count - position - 12
            else { throw .unreadable }
            if PNGStructure.once.contains(type), seen.contains(type) { throw .unreadable }
            seen.insert(type)
            let end = position + 12 + length
            if PNGStructure.kept.contains(type) { kept.append(position..<end) }
            if type == "eXIf" { exif = position + 8..<position + 8 + length }
            position = end
            if type == "IEND" { break }
        }
        guard seen.contains("IDAT"), position == view.count else { throw .unreadable }
    }
}
