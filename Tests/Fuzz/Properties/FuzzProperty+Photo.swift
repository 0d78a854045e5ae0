import Geography
import Photos

extension FuzzProperty {
    /// What passes the check of an upload's structure passes it again, cleaned, and cleaning it again changes nothing.
    package static let photo = FuzzProperty("photo") { bytes in
        guard let cleaned = PhotoCheck.cleaned(bytes) else { return nil }
        if cleaned.count > bytes.count { return "cleaning made it longer" }
        guard let again = PhotoCheck.cleaned(cleaned) else { return "cleaned it is refused" }
        return again == cleaned ? nil : "cleaned again it differs"
    }

    /// A place found in EXIF is on Earth, and the picture's turn is one of eight.
    package static let exif = FuzzProperty("exif") { bytes in
        let found = PhotoCheck.exif(bytes)
        if !(1...8).contains(found.orientation) { return "an unknown turn" }
        guard let place = found.place else { return nil }
        let isOnEarth = abs(place.longitude) <= 180 && abs(place.latitude) <= 90
        return isOnEarth ? nil : "a place off Earth"
    }
}
