import Ledger
import Pages
import Photos
import Reports

/// A photo of a case as its pages show it to staff.
struct CoverScope {
    let desk: DeskCase
    let photo: HandledPhoto

    /// Where what is done with the photo is asked for.
    var path: String { "\(desk.path)/photos/\(photo.place)" }

    var values: PageScope {
        let isCovered = photo.original != nil
        return [
            "place": .text(String(photo.place)),
            "photoPath": .text(path),
            "href": .text("\(path)/\(PhotoVariantName(.large, .jpeg).fileName)"),
            "small": .text("\(path)/\(PhotoVariantName(.small, .jpeg).fileName)"),
            "isCovered": .flag(isCovered),
            "mayCover": .flag(desk.may(.redact)),
            "maySeeOriginal": .flag(isCovered && desk.may(.seeOriginal)),
        ]
    }
}
