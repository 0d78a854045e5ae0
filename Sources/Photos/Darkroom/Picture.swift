import CVipsShim
import Reports

/// A decoded picture in memory: sRGB, 8 bits, the right way up.
@safe struct Picture: ~Copyable {
    private let handle: OpaquePointer

    /// Decodes a file; nil if it is damaged or time runs out.
    init?(decoding bytes: [UInt8], edge: Int, orientation: Int, heedingProfile: Bool, within time: Duration) {
        let (seconds, attoseconds) = time.components
        let handle = unsafe bytes.withUnsafeBytes { bytes in
            unsafe picture_decode(
                bytes.baseAddress,
                bytes.count,
                Int32(clamping: edge),
                Int32(clamping: orientation),
                heedingProfile,
                Double(seconds) + Double(attoseconds) / 1e18
            )
        }
        guard let handle = unsafe handle else { return nil }
        unsafe self.handle = handle
    }

    private init(_ handle: OpaquePointer) {
        unsafe self.handle = handle
    }

    deinit {
        unsafe picture_release(handle)
    }

    var width: Int { Int(unsafe picture_facts_of(handle).width) }
    var height: Int { Int(unsafe picture_facts_of(handle).height) }

    /// A copy whose longest edge has at most so many pixels.
    func shrunk(to edge: Int) -> Picture? {
        guard let smaller = unsafe picture_shrink(handle, Int32(clamping: edge)) else { return nil }
        return unsafe Picture(smaller)
    }

    /// A copy with boxes filled with black, each grown to whole pixels.
    func covered(by boxes: [CoverBox]) -> Picture? {
        let native = boxes.map { box in
            picture_box(
                left: Int32(clamping: box.left),
                top: Int32(clamping: box.top),
                width: Int32(clamping: box.width),
                height: Int32(clamping: box.height)
            )
        }
        let covered = unsafe native.withUnsafeBufferPointer { boxes in
            unsafe picture_cover(handle, boxes.baseAddress, boxes.count)
        }
        guard let covered = unsafe covered else { return nil }
        return unsafe Picture(covered)
    }

    func jpeg(quality: Int) -> [UInt8]? {
        unsafe written { bytes, count in
            unsafe picture_write_jpeg(handle, Int32(clamping: quality), &bytes, &count)
        }
    }

    func webp(quality: Int, effort: Int) -> [UInt8]? {
        let file = unsafe written { bytes, count in
            unsafe picture_write_webp(
                handle,
                Int32(clamping: quality),
                Int32(clamping: effort),
                &bytes,
                &count
            )
        }
        return file.flatMap { BareWebP($0, width: width, height: height)?.bytes }
    }

    /// The picture squeezed to the grey pixels that its likeness is made of.
    func grey() -> [UInt8]? {
        var pixels = [UInt8](repeating: 0, count: PhotoLikeness.width * PhotoLikeness.height)
        return unsafe picture_grey(handle, &pixels) ? pixels : nil
    }

    /// Copies what the library wrote, and gives its memory back.
    private func written(_ write: (inout UnsafeMutableRawPointer?, inout Int) -> Bool) -> [UInt8]? {
        var start: UnsafeMutableRawPointer?
        var count = 0
        let isDone = unsafe write(&start, &count)
        defer { unsafe picture_free(start) }
        guard isDone, let start = unsafe start else { return nil }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
}
