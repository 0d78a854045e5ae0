import Formats
import Geography
import Intake
import Photos
import Reports

extension ReportPhoto {
    /// Where the middle size is.
    var address: String { address(PhotoVariantName(.medium, .jpeg)) }

    /// Where a variant is.
    func address(_ variant: PhotoVariantName) -> String {
        "/photos/\(id)/\(variant.fileName)"
    }
}

extension JSONWriter {
    /// Writes a photo as everybody may see it.
    mutating func photo(_ photo: ReportPhoto) {
        beginObject()
        photoFields(of: photo)
        endObject()
    }

    /// Writes a photo as its sender is told of it, with the place that its file names.
    mutating func takenPhoto(_ taken: TakenPhoto) {
        beginObject()
        photoFields(of: taken.photo)
        if let place = taken.suggestedPlace {
            key("suggested_location")
            self.place(place)
        }
        endObject()
    }

    private mutating func photoFields(of photo: ReportPhoto) {
        key("id")
        string(photo.id.description)
        key("width")
        integer(photo.width)
        key("height")
        integer(photo.height)
        key("url")
        string(photo.address)
        key("variants")
        beginArray()
        for variant in PhotoVariantName.all {
            beginObject()
            key("size")
            integer(variant.size.rawValue)
            key("type")
            string(variant.encoding.mediaType)
            key("url")
            string(photo.address(variant))
            endObject()
        }
        endArray()
    }
}
