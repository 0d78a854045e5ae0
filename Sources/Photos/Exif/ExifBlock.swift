import Geography

/// What a picture's EXIF says that we listen to: which way is up, and where it was taken (CIPA DC-008).
///
/// Whatever is malformed is as good as absent.
struct ExifBlock {
    private enum Tag {
        static let orientation = 0x0112
        static let position = 0x8825
        static let latitudeHalf = 1
        static let latitude = 2
        static let longitudeHalf = 3
        static let longitude = 4
    }

    /// 1 to 8; 1 is upright.
    let orientation: Int
    /// Where the camera says it was.
    let place: Coordinate?

    /// Reads the block, with or without the heading that stands before it in some formats.
    init(_ bytes: [UInt8]) {
        guard let tiff = TIFFDirectories(bytes), let main = tiff.directory(at: tiff.first) else {
            orientation = 1
            place = nil
            return
        }
        let turned = main[Tag.orientation].flatMap { tiff.integer($0) } ?? 1
        orientation = (1...8).contains(turned) ? turned : 1
        place = main[Tag.position].flatMap { tiff.integer($0) }.flatMap { tiff.directory(at: $0) }
            .flatMap { ExifBlock.place($0, tiff) }
    }

    private static func place(_ fields: [Int: TIFFDirectories.Field], _ tiff: TIFFDirectories) -> Coordinate?
    {
        guard
            let latitude = degrees(
                fields[Tag.latitude],
                half: fields[Tag.latitudeHalf],
                letters: ("N", "S"),
                tiff
            ),
            let longitude = degrees(
                fields[Tag.longitude],
                half: fields[Tag.longitudeHalf],
                letters: ("E", "W"),
                tiff
            )
        else { return nil }
        // Cameras without a fix write zeros; nobody reports from that spot of the ocean.
        guard latitude != 0 || longitude != 0 else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func degrees(
        _ value: TIFFDirectories.Field?,
        half: TIFFDirectories.Field?,
        letters: (Character, Character),
        _ tiff: TIFFDirectories
    ) -> Double? {
        guard let value, let half, let letter = tiff.letter(half), let parts = tiff.fractions(value),
            parts.count == 3, parts[1] < 60, parts[2] < 60
        else { return nil }
        let degrees = parts[0] + parts[1] / 60 + parts[2] / 3_600
        switch letter {
        case letters.0: return degrees
        case letters.1: return -degrees
        default: return nil
        }
    }
}
