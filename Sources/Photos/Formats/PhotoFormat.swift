/// The kinds of file that are taken.
enum PhotoFormat: Sendable {
    case jpeg
    case png
    case webp
    case heic

    /// Looks at the first bytes alone, never at a name or a declared type; nil for anything else.
    init?(sniffing bytes: [UInt8]) {
        let view = PictureBytes(bytes)
        if view.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if view.starts(with: PNGStructure.signature) {
            self = .png
        } else if view.text(at: 0) == "RIFF", view.text(at: 8) == "WEBP" {
            self = .webp
        } else if view.text(at: 4) == "ftyp", HEICStructure.isFamiliar(view) {
            self = .heic
        } else {
            return nil
        }
    }
}
