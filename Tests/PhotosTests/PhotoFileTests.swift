import TestSupport
import Testing

@testable import Photos

struct PhotoFileTests {
    private static let pictures = [
        "quarters.jpg", "progressive.jpg", "quarters.png", "quarters-alpha.png", "quarters.webp",
        "moving.webp",
        "quarters.heic", "quarters-place.heic",
    ]
    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 60)
    private static let html = Array("<html><script>alert(1)</script></html>".utf8)

    private func refusal(_ bytes: [UInt8]) -> PhotoRefused? {
        do throws(PhotoRefused) {
            _ = try PhotoFile(checking: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: pictures)
    func `a whole picture passes`(name: String) throws {
        #expect(refusal(try TestPicture.named(name)) == nil)
    }

    @Test(arguments: pictures)
    func `a picture that is cut off anywhere is refused`(name: String) throws {
        let picture = try TestPicture.named(name)
        for length in picture.indices { #expect(refusal(Array(picture[..<length])) != nil, "\(length)") }
    }

    @Test(arguments: pictures)
    func `a picture with something else behind it is refused`(name: String) throws {
        let picture = try TestPicture.named(name)
        for guest in [PhotoFileTests.zip, PhotoFileTests.html, Array("%PDF-1.7".utf8), [0x0A]] {
            #expect(refusal(picture + guest) == .unreadable)
        }
    }

    @Test(arguments: pictures)
    func `damage never traps`(name: String) throws {
        let picture = try TestPicture.named(name)
        var random = SeededGenerator(7)
        for _ in 0..<2_000 {
            var damaged = picture
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                damaged[Int.random(in: damaged.indices, using: &random)] = .random(
                    in: .min ... .max,
                    using: &random
                )
            }
            if let file = try? PhotoFile(checking: damaged), let exif = file.exif { _ = ExifBlock(exif) }
        }
    }

    @Test(arguments: [
        Array("GIF89a".utf8) + zip, Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
        [0x49, 0x49, 42, 0],
        Array("%PDF-1.7".utf8), Array("#!/bin/sh\n".utf8), html, zip, [], [0xFF, 0xD8], Array("BM".utf8),
    ])
    func `what is no JPEG, PNG, WebP or HEIC is of an unknown type`(bytes: [UInt8]) {
        #expect(refusal(bytes) == .unknownType)
    }

    @Test func `AVIF is of an unknown type, though its boxes are those of HEIC`() throws {
        #expect(refusal(try TestPicture.named("quarters.avif")) == .unknownType)
    }

    @Test(arguments: [
        (100_000, 1), (1, 100_000), (30_000, 30_000), (8_000, 8_000), (16_001, 1), (UInt32.max, UInt32.max),
    ])
    func `too many pixels are refused by the head`(width: UInt32, height: UInt32) {
        #expect(refusal(TestPicture.png(width: width, height: height)) == .pictureTooLarge)
    }

    @Test func `a picture without pixels is unreadable`() {
        #expect(refusal(TestPicture.png(width: 0, height: 5)) == .unreadable)
    }

    @Test func `the decoder gets no comment, text, EXIF or XMP`() throws {
        let canary = Array("CANARY".utf8)
        let jpeg = try TestPicture.jpeg(segments: [
            (0xFE, canary), (0xE1, Array("Exif\0\0".utf8) + canary), (0xED, canary), (0xE7, canary),
            (0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + canary),
        ])
        let png = try TestPicture.png(chunks: [
            ("tEXt", canary), ("zTXt", canary), ("eXIf", canary), ("iTXt", canary),
        ])
        for upload in [jpeg, png] {
            #expect(upload.holds("CANARY"))
            #expect(!(try PhotoFile(checking: upload).bytes.holds("CANARY")))
        }
    }

    @Test func `a picture decoded a thousand times over is refused`() throws {
        let picture = try TestPicture.named("progressive.jpg")
        let scan = try #require(picture.indices.first { picture[$0...].starts(with: [0xFF, 0xDA]) })
        let scans = Array(picture[scan..<picture.count - 2])
        let many = picture[..<scan] + (0..<200).flatMap { _ in scans } + [0xFF, 0xD9]
        #expect(refusal(Array(many)) == .unreadable)
    }

    @Test func `a second colour profile is refused`() throws {
        let picture = try TestPicture.png(chunks: [("iCCP", [65, 0, 0]), ("iCCP", [65, 0, 0])])
        #expect(refusal(picture) == .unreadable)
    }
}
