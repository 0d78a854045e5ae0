/// A rectangle that covers a part of a photo, in ten-thousandths of its width and height, so that it fits every size.
package struct CoverBox: Hashable, Sendable {
    /// The whole width or height.
    package static let whole = 10_000
    /// How many a photo may have.
    package static let mostPerPhoto = 20

    /// From the left edge of the picture to that of the box.
    package let left: Int
    /// From the upper edge of the picture to that of the box.
    package let top: Int
    package let width: Int
    package let height: Int

    /// A box that has an area and lies within the picture; nil for others.
    package init?(left: Int, top: Int, width: Int, height: Int) {
        let range = 0...CoverBox.whole
        guard range.contains(left), range.contains(top), width > 0, height > 0,
            width <= CoverBox.whole - left, height <= CoverBox.whole - top
        else { return nil }
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }
}
