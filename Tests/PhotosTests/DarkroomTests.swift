import Geography
import Reports
import TestSupport
import Testing

@testable import Photos

@Suite(.timeLimit(.minutes(2))) struct DarkroomTests {
    private let darkroom = Darkroom(workers: 1, queueCapacity: 64)

    private func develop(_ bytes: [UInt8]) async throws -> DevelopedPhoto {
        try await darkroom.develop(bytes)
    }

    /// The corners of the largest JPEG: above left, above right, below left, below right.
    private func corners(_ photo: DevelopedPhoto) throws -> [String] {
        let jpeg = try #require(photo.variants.first { $0.name == PhotoVariantName(.large, .jpeg) })
        let picture = Picture(
            decoding: jpeg.bytes,
            edge: 2_048,
            orientation: 1,
            heedingProfile: false,
            within: .seconds(5)
        )
        let pixels = picture?.grey()
        let grey = try #require(pixels)
        return [0, 8, 63, 71].map { index in
            switch grey[index] {
            case ..<95: "blue"
            case ..<140: "red"
            case ..<200: "green"
            default: "white"
            }
        }
    }

    private func width(_ variant: PhotoVariant) -> Int? {
        (try? PhotoFile(checking: variant.bytes)).flatMap { PictureHead(reading: $0) }?.width
    }

    @Test(arguments: [
        "quarters.jpg", "progressive.jpg", "quarters.png", "quarters.webp", "moving.webp",
        "quarters.heic",
    ])
    func `every format becomes the same variants`(name: String) async throws {
        let photo = try await develop(try TestPicture.named(name))
        #expect(photo.width == 96 && photo.height == 64)
        #expect(photo.variants.map(\.name) == PhotoVariantName.all)
        #expect(
            photo.variants.allSatisfy {
                PhotoFormat(sniffing: $0.bytes) == ($0.name.encoding == .webp ? .webp : .jpeg)
            }
        )
        #expect(try corners(photo) == ["red", "green", "blue", "white"])
        #expect(photo.suggestedPlace == nil)
    }

    @Test(arguments: ["quarters-grey.jpg", "deep.png", "quarters-cmyk.jpg"])
    func `grey, deep and four-coloured pictures are taken too`(name: String) async throws {
        let photo = try await develop(try TestPicture.named(name))
        #expect(photo.width == 96 && photo.variants.count == 6)
    }

    @Test func `what is transparent is white in a JPEG`() async throws {
        let photo = try await develop(try TestPicture.named("quarters-alpha.png"))
        #expect(try corners(photo) == ["red", "green", "white", "white"])
    }

    @Test(
        arguments: [
            (1, "red green blue white"), (2, "green red white blue"), (3, "white blue green red"),
            (4, "blue white red green"), (5, "red blue green white"), (6, "blue red white green"),
            (7, "white green blue red"), (8, "green white red blue"),
        ] as [(UInt16, String)]
    )
    func `a picture is turned as its EXIF says`(orientation: UInt16, expected: String) async throws {
        var exif = ExifMaker()
        exif.main = [exif.short(0x0112, orientation)]
        for upload in [
            try TestPicture.jpeg(segments: [(0xE1, exif.block)]),
            try TestPicture.png(chunks: [("eXIf", exif.tiff)]),
            try TestPicture.webp(chunks: [("EXIF", exif.tiff)]),
        ] {
            let photo = try await develop(upload)
            #expect((photo.width, photo.height) == (orientation < 5 ? (96, 64) : (64, 96)))
            #expect(try corners(photo).joined(separator: " ") == expected)
        }
    }

    @Test func `a HEIC picture is turned as its boxes say`() async throws {
        let photo = try await develop(try TestPicture.named("quarters-turned.heic"))
        #expect((photo.width, photo.height) == (64, 96))
        #expect(try corners(photo) == ["green", "white", "red", "blue"])
    }

    @Test func `nothing but pixels comes out`() async throws {
        var exif = ExifMaker.krakow()
        exif.main = [
            ExifMaker.text(0x010F, "CANARY"), ExifMaker.text(0x013B, "CANARY"), exif.short(0x0112, 1),
        ]
        let xmp = Array("<x:xmpmeta><dc:creator>CANARY</dc:creator></x:xmpmeta>".utf8)
        let iptc =
            Array("Photoshop 3.0\08BIM\u{4}\u{4}".utf8) + [0, 0, 0, 0, 0, 11, 0x1C, 2, 80, 0, 6]
            + Array("CANARY".utf8)
        let uploads = [
            try TestPicture.jpeg(segments: [
                (0xE1, exif.block), (0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp), (0xED, iptc),
                (0xFE, Array("CANARY".utf8)),
            ]),
            try TestPicture.png(chunks: [
                ("tEXt", Array("Author\0CANARY".utf8)),
                ("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + xmp),
                ("eXIf", exif.tiff),
            ]),
            try TestPicture.webp(chunks: [("EXIF", exif.tiff), ("XMP ", xmp)]),
            try TestPicture.named("quarters-place.heic"),
        ]
        for upload in uploads {
            let photo = try await develop(upload)
            #expect(photo.suggestedPlace == Coordinate(longitude: 19.9373, latitude: 50.0617))
            for variant in photo.variants {
                for word in [
                    "CANARY", "Canary", "Exif", "EXIF", "XMP", "xmp", "Photoshop", "ICC", "GPS", "VP8X",
                ] {
                    let isFound = variant.bytes.holds(word)
                    #expect(!isFound, "\(word) in \(variant.name.fileName)")
                }
            }
        }
    }

    @Test func `the longest edge of each variant is bounded, and nothing is enlarged`() async throws {
        let photo = try await develop(try TestPicture.named("scene0.jpg"))
        #expect((photo.width, photo.height) == (480, 360))
        let widths = photo.variants.compactMap { width($0) }
        #expect(widths == [320, 320, 480, 480, 480, 480])
    }

    @Test func `a picture of 49 megapixels in 14 kB is taken, one of 64 is not`() async throws {
        let photo = try await develop(try TestPicture.named("plain49.png"))
        #expect((photo.width, photo.height) == (2_048, 2_048))
        await #expect(throws: PhotoRefused.pictureTooLarge) {
            try await develop(TestPicture.png(width: 8_000, height: 8_000))
        }
    }

    @Test func `decoding that takes too long is given up`() async throws {
        var limits = PhotoLimits.standard
        limits.decoding = .zero
        let hasty = Darkroom(workers: 1, limits: limits)
        let upload = try TestPicture.named("plain49.png")
        await #expect(throws: PhotoRefused.pictureTooLarge) { try await hasty.develop(upload) }
    }

    @Test func `a file of more bytes than are taken is refused`() async {
        let upload = [UInt8](repeating: 0xFF, count: (7 << 20) + 1)
        await #expect(throws: PhotoRefused.fileTooLarge(limit: 7 << 20)) { try await develop(upload) }
    }

    @Test func `a closed darkroom is busy`() async throws {
        let closed = Darkroom(workers: 1)
        closed.close()
        let upload = try TestPicture.named("quarters.jpg")
        await #expect(throws: PhotoRefused.busy) { try await closed.develop(upload) }
    }

    @Test(arguments: ["quarters.jpg", "quarters.png", "quarters.webp", "quarters.heic"])
    func `damage is refused or survived, never fatal`(name: String) async throws {
        let picture = try TestPicture.named(name)
        var random = SeededGenerator(11)
        for _ in 0..<60 {
            var damaged = picture
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = .random(
                    in: .min ... .max,
                    using: &random
                )
            }
            _ = try? await develop(damaged)
        }
    }

    @Test func `a broken colour profile spoils nothing`() async throws {
        let profile = Array("ICC_PROFILE\0".utf8) + [1, 1] + [UInt8](repeating: 0x41, count: 200)
        let photo = try await develop(try TestPicture.jpeg(segments: [(0xE2, profile)]))
        #expect(try corners(photo) == ["red", "green", "blue", "white"])
    }

    @Test func `the identifier is the digest of the upload`() async throws {
        let upload = try TestPicture.named("quarters.jpg")
        #expect(try await develop(upload).identifier == PhotoIdentifier(of: upload))
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(PhotoIdentifier(of: Array("abc".utf8)).description == abc)
    }

    @Test func `the same scene looks alike after resizing and compressing, other scenes do not`() async throws
    {
        var scenes: [DevelopedPhoto] = []
        for index in 0..<3 { scenes.append(try await develop(try TestPicture.named("scene\(index).jpg"))) }
        for scene in scenes {
            for variant in scene.variants {
                let again = try await develop(variant.bytes)
                #expect(again.likeness.distance(to: scene.likeness) <= 4)
            }
        }
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            #expect(scenes[one].likeness.distance(to: scenes[other].likeness) >= 16)
        }
    }
}
