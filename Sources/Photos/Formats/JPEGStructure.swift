/// A JPEG file: one picture, and behind it only what telephones are known to put there.
struct JPEGStructure {
    let picture: JPEGPicture

    init(reading view: PictureBytes) throws(PhotoRefused) {
        picture = try JPEGPicture(reading: view, from: 0)
        try JPEGTrailer(view, after: picture).check()
    }
}

/// One picture from its start to its end mark (ITU-T T.81, annex B).
struct JPEGPicture {
    /// A progressive picture has ten to twenty-four; each is decoded over all pixels, so that thousands take hours.
    private static let mostScans = 40

    private(set) var width = 0
    private(set) var height = 0
    /// What the decoder needs, in order.
    private(set) var kept: [Range<Int>] = []
    /// The EXIF block, without its heading.
    private(set) var exif: Range<Int>?
    /// Whether it says that further pictures follow (CIPA DC-007).
    private(set) var announcesPictures = false
    /// Whether it says that a short film follows.
    private(set) var announcesFilm = false
    /// Where the next byte after the end mark is.
    private(set) var end: Int
    private var scans = 0
    private let view: PictureBytes

    init(reading view: PictureBytes, from start: Int) throws(PhotoRefused) {
        self.view = view
        end = start
        guard view.starts(with: [0xFF, 0xD8], at: start) else { throw .unreadable }
        kept.append(start..<start + 2)
        end = start + 2
        while try readSegment() {}
        guard scans > 0 else { throw .unreadable }
    }

    func admit(within limits: PhotoLimits) throws(PhotoRefused) {
        try limits.admit(width: width, height: height)
    }

    /// Reads what the next mark begins; false after the end mark.
    private mutating func readSegment() throws(PhotoRefused) -> Bool {
        guard view[end] == 0xFF else { throw .unreadable }
        // Marks may have any number of fill bytes before them.
        while view[end + 1] == 0xFF { end += 1 }
        let start = end
        guard let mark = view[start + 1] else { throw .unreadable }
        if mark == 0xD9 {
            kept.append(start..<start + 2)
            end = start + 2
            return false
        }
        // 0xC0 and above, without the marks that stand alone.
        guard mark >= 0xC0, !(0xD0...0xD8).contains(mark), let length = view.uint16(at: start + 2),
            length >= 2,
            start + 2 + length <= view.count
        else { throw .unreadable }
        end = start + 2 + length
        let content = start + 4..<end
        switch mark {
        case 0xC4, 0xC8, 0xCC: break
        case 0xC0...0xCF: try readFrame(content)
        case 0xDA: try skipScan()
        default: break
        }
        if keeps(mark, content) { kept.append(start..<end) }
        return true
    }

    private mutating func readFrame(_ content: Range<Int>) throws(PhotoRefused) {
        guard width == 0, let height = view.uint16(at: content.lowerBound + 1),
            let width = view.uint16(at: content.lowerBound + 3), height > 0, width > 0
        else { throw .unreadable }
        (self.width, self.height) = (width, height)
    }

    private mutating func skipScan() throws(PhotoRefused) {
        scans += 1
        guard width > 0, scans <= JPEGPicture.mostScans else { throw .unreadable }
        guard let mark = view.nextMark(from: end) else { throw .unreadable }
        end = mark
    }

    /// Notes what a segment says, and whether the decoder needs it.
    private mutating func keeps(_ mark: UInt8, _ content: Range<Int>) -> Bool {
        func begins(_ text: String) -> Bool {
            content.count >= text.utf8.count && view.starts(with: Array(text.utf8), at: content.lowerBound)
        }
        switch mark {
        case 0xE0: return begins("JFIF\0")
        case 0xE1:
            if begins("Exif\0\0"), exif == nil { exif = content.dropFirst(6) }
            if begins("http://ns.adobe.com/xap/"), announcesFilm(content) { announcesFilm = true }
            return false
        case 0xE2:
            if begins("MPF\0") { announcesPictures = true }
            return begins("ICC_PROFILE\0")
        case 0xEE: return begins("Adobe")
        case 0xE3...0xEF, 0xFE: return false
        default: return true
        }
    }

    private func announcesFilm(_ content: Range<Int>) -> Bool {
        let text = String(decoding: view.bytes[content], as: UTF8.self)
        return text.contains("MotionPhoto=\"1\"") || text.contains("MicroVideo=\"1\"")
    }
}

extension PictureBytes {
    /// Where the next mark stands that is neither a restart nor an escaped byte.
    fileprivate func nextMark(from start: Int) -> Int? {
        let bytes = self.bytes.span
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == 0xFF {
                let next = bytes[index + 1]
                if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return index }
            }
            index += 1
        }
        return nil
    }
}
