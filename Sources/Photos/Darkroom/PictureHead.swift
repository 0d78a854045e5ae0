import CVipsShim

/// What the decoder reads of a file before any pixel.
struct PictureHead {
    let width: Int
    let height: Int
    let pixelBytes: Int
    let hasProfile: Bool
    /// The EXIF block that the decoder found.
    let exif: [UInt8]?

    /// Nil if the decoder does not take the file.
    init?(reading file: PhotoFile) {
        let found: (picture_facts, [UInt8]?)? = unsafe file.bytes.withUnsafeBytes { bytes in
            guard let picture = unsafe picture_open(file.format.native, bytes.baseAddress, bytes.count) else {
                return nil
            }
            // The block lives as long as the picture, so it is copied first.
            defer { unsafe picture_release(picture) }
            var count = 0
            let start = unsafe picture_exif(picture, &count)
            let exif = unsafe start.map { unsafe [UInt8](UnsafeRawBufferPointer(start: $0, count: count)) }
            return (unsafe picture_facts_of(picture), exif)
        }
        guard let (facts, exif) = found else { return nil }
        width = Int(facts.width)
        height = Int(facts.height)
        pixelBytes = Int(facts.pixel_bytes)
        hasProfile = facts.has_profile
        self.exif = exif
    }
}

extension PhotoFormat {
    fileprivate var native: picture_format {
        switch self {
        case .jpeg: PICTURE_JPEG
        case .png: PICTURE_PNG
        case .webp: PICTURE_WEBP
        case .heic: PICTURE_HEIF
        }
    }
}
