import HTTP
import Reports

/// The way of a photo that is covered through the darkroom; blocks.
///
/// The boxes are filled in the largest size, and the others are made of that: no size holds a pixel of what is under
/// them.
struct Covering: Sendable {
    private let content: PhotoContent
    private let boxes: [CoverBox]
    private let limits: PhotoLimits

    init(_ content: PhotoContent, with boxes: [CoverBox], limits: PhotoLimits) {
        self.content = content
        self.boxes = boxes
        self.limits = limits
    }

    func outcome() -> Result<[PhotoVariant], PhotoRefused> {
        do throws(PhotoRefused) {
            return .success(try variants())
        } catch {
            return .failure(error)
        }
    }

    private func variants() throws(PhotoRefused) -> [PhotoVariant] {
        let picture = Picture(
            decoding: try bytes(),
            edge: PhotoSize.large.rawValue,
            orientation: 1,
            heedingProfile: false,
            within: limits.decoding
        )
        guard let covered = picture?.covered(by: boxes) else { throw .unreadable }
        var variants: [PhotoVariant] = []
        for size in PhotoSize.allCases {
            guard let smaller = covered.shrunk(to: size.rawValue) else { throw .unreadable }
            variants += try Development.variants(of: smaller, size)
        }
        return variants
    }

    private func bytes() throws(PhotoRefused) -> [UInt8] {
        switch content {
        case .bytes(let bytes): return bytes
        case .file(let file):
            do throws(FileBodyError) {
                return try file.contents()
            } catch {
                throw .unreadable
            }
        }
    }
}
