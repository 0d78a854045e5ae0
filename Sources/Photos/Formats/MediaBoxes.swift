/// The boxes of an ISO media file (ISO/IEC 14496-12, section 4.2) that fill a range exactly.
struct MediaBoxes {
    struct Box {
        let type: String
        let content: Range<Int>
    }

    private static let most = 10_000

    private(set) var boxes: [Box] = []

    /// A box that has no size, or reaches beyond the range, is refused.
    init(_ view: PictureBytes, in range: Range<Int>) throws(PhotoRefused) {
        var position = range.lowerBound
        while position < range.upperBound {
            guard boxes.count < MediaBoxes.most, let short = view.uint32(at: position),
                let type = view.text(at: position + 4)
            else { throw .unreadable }
            var size = short
            var head = 8
            if short == 1 {
                guard view.uint32(at: position + 8) == 0, let long = view.uint32(at: position + 12) else {
                    throw .unreadable
                }
                size = long
                head = 16
            }
            guard size >= head, size <= range.upperBound - position else { throw .unreadable }
            boxes.append(Box(type: type, content: position + head..<position + size))
            position += size
        }
    }

    /// What the first box of a type holds.
    func content(of type: String) -> Range<Int>? {
        boxes.first { $0.type == type }?.content
    }
}
