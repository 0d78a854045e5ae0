import Testing

@testable import Photos

struct JPEGTrailerTests {
    private let further: (mark: UInt8, content: [UInt8]) = (0xE2, Array("MPF\0II*\0".utf8))
    private let film: (mark: UInt8, content: [UInt8]) = (
        0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x GCamera:MotionPhoto=\"1\"/>".utf8)
    )
    private let mp4: [UInt8] =
        [0, 0, 0, 12] + Array("ftypmp42".utf8) + [0, 0, 0, 9] + Array("mdat".utf8) + [7]

    private func kept(_ bytes: [UInt8]) throws -> [UInt8] {
        try PhotoFile(checking: bytes).bytes
    }

    @Test func `further pictures pass where they are announced, and are cut off`() throws {
        let second = try TestPicture.named("quarters-grey.jpg")
        let announced = try TestPicture.jpeg(segments: [further])
        #expect(try kept(announced + second + [0, 0] + second) == kept(announced))
        let plain = try TestPicture.named("quarters.jpg")
        #expect(throws: PhotoRefused.unreadable) { try kept(plain + second) }
    }

    @Test func `an announced picture that is cut off is refused`() throws {
        let second = try TestPicture.named("quarters-grey.jpg")
        let announced = try TestPicture.jpeg(segments: [further])
        #expect(throws: PhotoRefused.unreadable) { try kept(announced + second.dropLast(3)) }
    }

    @Test func `zeros that fill up the file pass`() throws {
        let picture = try TestPicture.named("quarters.jpg")
        #expect(try kept(picture + [UInt8](repeating: 0, count: 999)) == kept(picture))
    }

    @Test func `a film passes where it is announced, and only whole`() throws {
        let announced = try TestPicture.jpeg(segments: [film])
        #expect(try kept(announced + mp4) == kept(announced))
        #expect(throws: PhotoRefused.unreadable) { try kept(announced + mp4.dropLast()) }
        let plain = try TestPicture.named("quarters.jpg")
        #expect(throws: PhotoRefused.unreadable) { try kept(plain + mp4) }
    }

    @Test func `Samsung's blocks pass if their directory covers all of them`() throws {
        let picture = try TestPicture.named("quarters.jpg")
        let block: [UInt8] = [0, 0, 1, 10, 3, 0, 0, 0] + Array("abc".utf8)
        func trailer(before: UInt32, size: UInt32) -> [UInt8] {
            let entry = [0, 0, 1, 10] + TestPicture.littleEndian(before) + TestPicture.littleEndian(size)
            let directory = Array("SEFH".utf8) + [106, 0, 0, 0, 1, 0, 0, 0] + entry
            return block + directory + TestPicture.littleEndian(UInt32(directory.count)) + Array("SEFT".utf8)
        }
        #expect(try kept(picture + trailer(before: 11, size: 11)) == kept(picture))
        for (before, size) in [(10, 10), (12, 11), (11, 12), (.max, .max)] as [(UInt32, UInt32)] {
            #expect(throws: PhotoRefused.unreadable) {
                try kept(picture + trailer(before: before, size: size))
            }
        }
        #expect(throws: PhotoRefused.unreadable) {
            try kept(picture + Array("<html>".utf8) + trailer(before: 11, size: 11))
        }
    }
}
