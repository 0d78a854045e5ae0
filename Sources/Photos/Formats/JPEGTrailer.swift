/// What stands behind a picture's end mark: nothing, or what the cameras of telephones are known to append.
///
/// Known are zeros, further pictures (depth and brightness maps; CIPA DC-007), a film of a second where the picture's
/// XMP says so, and the blocks of Samsung's cameras. All of it is cut off; whatever else stands there is refused.
struct JPEGTrailer {
    private static let mostPictures = 16
    private static let mostBlocks = 256

    private let view: PictureBytes
    private let picture: JPEGPicture

    init(_ view: PictureBytes, after picture: JPEGPicture) {
        self.view = view
        self.picture = picture
    }

    func check() throws(PhotoRefused) {
        var position = picture.end
        for _ in 0..<JPEGTrailer.mostPictures {
            if position == view.count || isSamsung(from: position) || isFilm(from: position) { return }
            while view[position] == 0 { position += 1 }
            if position == view.count { return }
            guard picture.announcesPictures else { break }
            position = try JPEGPicture(reading: view, from: position).end
        }
        throw .unreadable
    }

    private func isFilm(from start: Int) -> Bool {
        guard picture.announcesFilm, view.text(at: start + 4) == "ftyp" else { return false }
        return (try? MediaBoxes(view, in: start..<view.count)) != nil
    }

    /// Samsung's blocks end with a directory, which says how far before it each of them begins.
    private func isSamsung(from start: Int) -> Bool {
        guard view.text(at: view.count - 4) == "SEFT",
            let length = view.uint32(at: view.count - 8, .little), length >= 12, length <= view.count - 8
        else { return false }
        let directory = view.count - 8 - length
        guard directory >= start, view.text(at: directory) == "SEFH",
            let blocks = view.uint32(at: directory + 8, .little), blocks > 0,
            blocks <= JPEGTrailer.mostBlocks, length == 12 + 12 * blocks
        else { return false }
        var first = directory
        for block in 0..<blocks {
            let entry = directory + 12 + 12 * block
            guard let before = view.uint32(at: entry + 4, .little),
                let size = view.uint32(at: entry + 8, .little),
                before <= directory - start, size <= before
            else { return false }
            first = min(first, directory - before)
        }
        return first == start
    }
}
