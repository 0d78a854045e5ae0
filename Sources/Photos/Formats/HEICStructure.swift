/// A HEIC file (ISO/IEC 23008-12): boxes that fill the file, among them the description of a picture in HEVC.
///
/// Of a sequence the picture is taken that stands for it.
enum HEICStructure {
    private static let brands: Set = ["heic", "heix", "heim", "heis", "hevc", "hevx"]
    private static let general: Set = ["mif1", "msf1"]
    /// A picture is put together from tiles (48 megapixels from 192), and each costs a decoding, repeated ones too.
    private static let mostTiles = 1_024

    /// Whether the file says that it holds a picture in HEVC.
    static func isFamiliar(_ view: PictureBytes) -> Bool {
        guard let size = view.uint32(at: 0), (16...256).contains(size), let major = view.text(at: 8) else {
            return false
        }
        let compatible = stride(from: 16, to: size, by: 4).compactMap { view.text(at: $0) }
        return brands.contains(major)
            || general.contains(major) && compatible.contains(where: brands.contains)
    }

    static func check(_ view: PictureBytes) throws(PhotoRefused) {
        let file = try MediaBoxes(view, in: 0..<view.count)
        guard file.boxes.first?.type == "ftyp", file.boxes.count(where: { $0.type == "meta" }) == 1,
            let meta = file.content(of: "meta"), meta.count >= 4, file.content(of: "mdat") != nil
        else { throw .unreadable }
        // A version and flags stand before the boxes within.
        let description = try MediaBoxes(view, in: meta.dropFirst(4))
        guard description.content(of: "iprp") != nil, description.content(of: "iloc") != nil,
            description.content(of: "pitm") != nil
        else { throw .unreadable }
        guard let references = description.content(of: "iref") else { return }
        guard references.count >= 4, let version = view[references.lowerBound], version <= 1 else {
            throw .unreadable
        }
        let identifierBytes = version == 0 ? 2 : 4
        var tiles = 0
        for reference in try MediaBoxes(view, in: references.dropFirst(4)).boxes
        where reference.type == "dimg" {
            guard let count = view.uint16(at: reference.content.lowerBound + identifierBytes) else {
                throw .unreadable
            }
            tiles += count
        }
        guard tiles <= mostTiles else { throw .pictureTooLarge }
    }
}
