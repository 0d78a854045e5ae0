/// An upload whose structure was checked from its first byte to its last.
///
/// What is more than one thing at once (a picture with an archive or a page behind it) does not pass.
struct PhotoFile {
    let format: PhotoFormat
    /// What the decoder is given: without comments, texts, thumbnails and whatever stands behind the picture.
    let bytes: [UInt8]
    /// The EXIF block; for HEIC the decoder finds it.
    let exif: [UInt8]?

    /// Reads the structure alone; no pixel is decoded.
    init(checking upload: [UInt8], limits: PhotoLimits = .standard) throws(PhotoRefused) {
        guard let format = PhotoFormat(sniffing: upload) else { throw .unknownType }
        self.format = format
        let view = PictureBytes(upload)
        switch format {
        case .jpeg:
            let structure = try JPEGStructure(reading: view)
            try structure.picture.admit(within: limits)
            bytes = upload.joining(structure.picture.kept)
            exif = structure.picture.exif.map { Array(upload[$0]) }
        case .png:
            let structure = try PNGStructure(reading: view)
            try limits.admit(width: structure.width, height: structure.height)
            bytes = upload.joining(structure.kept)
            exif = structure.exif.map { Array(upload[$0]) }
        case .webp:
            let structure = try WebPStructure(reading: view)
            bytes = upload
            exif = structure.exif.map { Array(upload[$0]) }
        case .heic:
            try HEICStructure.check(view)
            bytes = upload
            exif = nil
        }
    }
}
