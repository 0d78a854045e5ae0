import Reports

/// The way of one upload through the darkroom; blocks.
struct Development: Sendable {
    /// What a photo's encodings are compressed with: sharp enough to read a plate on the ground, no larger.
    private static let jpegQuality = 82
    private static let webpQuality = 78
    private static let webpEffort = 4

    private let upload: [UInt8]
    private let limits: PhotoLimits

    init(_ upload: [UInt8], limits: PhotoLimits) {
        self.upload = upload
        self.limits = limits
    }

    func outcome() -> Result<DevelopedPhoto, PhotoRefused> {
        do throws(PhotoRefused) {
            return .success(try photo())
        } catch {
            return .failure(error)
        }
    }

    private func photo() throws(PhotoRefused) -> DevelopedPhoto {
        let file = try PhotoFile(checking: upload, limits: limits)
        guard let head = PictureHead(reading: file) else { throw .unreadable }
        try limits.admit(width: head.width, height: head.height, pixelBytes: head.pixelBytes)
        let exif = (file.exif ?? head.exif).map { ExifBlock($0) }
        // The decoder has turned a HEIC picture already, as its boxes say; its EXIF does not count.
        let orientation = file.format == .heic ? 1 : exif?.orientation ?? 1
        let picture = try decoded(file, hasProfile: head.hasProfile, orientation: orientation)
        var variants: [PhotoVariant] = []
        var likeness: PhotoLikeness?
        for size in PhotoSize.allCases {
            guard let smaller = picture.shrunk(to: size.rawValue) else { throw .unreadable }
            variants += try Development.variants(of: smaller, size)
            if size == .small { likeness = smaller.grey().flatMap { PhotoLikeness(grey: $0) } }
        }
        guard let likeness else { throw .unreadable }
        return DevelopedPhoto(
            identifier: PhotoIdentifier(of: upload),
            width: picture.width,
            height: picture.height,
            likeness: likeness,
            variants: variants,
            suggestedPlace: exif?.place
        )
    }

    private func decoded(
        _ file: PhotoFile,
        hasProfile: Bool,
        orientation: Int
    ) throws(PhotoRefused) -> Picture {
        let deadline = ContinuousClock.now + limits.decoding
        func decode(heeding profile: Bool) -> Picture? {
            Picture(
                decoding: file.bytes,
                edge: PhotoSize.large.rawValue,
                orientation: orientation,
                heedingProfile: profile,
                within: ContinuousClock.now.duration(to: deadline)
            )
        }
        if let picture = decode(heeding: hasProfile) { return picture }
        // A broken profile spoils the colours, not the picture.
        if hasProfile, ContinuousClock.now < deadline, let picture = decode(heeding: false) { return picture }
        throw ContinuousClock.now < deadline ? .unreadable : .pictureTooLarge
    }

    /// One size of a picture in every encoding.
    static func variants(
        of picture: borrowing Picture,
        _ size: PhotoSize
    ) throws(PhotoRefused) -> [PhotoVariant] {
        guard let webp = picture.webp(quality: webpQuality, effort: webpEffort),
            let jpeg = picture.jpeg(quality: jpegQuality)
        else { throw .unreadable }
        return [
            PhotoVariant(PhotoVariantName(size, .webp), webp),
            PhotoVariant(PhotoVariantName(size, .jpeg), jpeg),
        ]
    }
}
