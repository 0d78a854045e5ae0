package import Geography

/// The parts of taking a photo that read a stranger's bytes without any library, for the fuzzers.
package enum PhotoCheck {
    /// What the decoder would be given; nil if the upload is refused before.
    package static func cleaned(_ upload: [UInt8]) -> [UInt8]? {
        (try? PhotoFile(checking: upload))?.bytes
    }

    /// What is read of an EXIF block.
    package static func exif(_ block: [UInt8]) -> (orientation: Int, place: Coordinate?) {
        let exif = ExifBlock(block)
        return (exif.orientation, exif.place)
    }
}
