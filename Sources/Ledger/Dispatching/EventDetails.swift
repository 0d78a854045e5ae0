import Formats
import Geography
import Reports

/// What events of units' work keep besides, as JSON objects without personal data.
enum EventDetails {
    /// Whose hands it left and into whose it came, by the numbers of accounts.
    static func holders(from old: Int?, to new: Int?) -> [UInt8] {
        object { json in
            json.key("from")
            json.integerIfAny(old)
            json.key("to")
            json.integerIfAny(new)
        }
    }

    /// Which unit gave it to which, by their codes.
    static func units(from old: String, to new: String) -> [UInt8] {
        object { json in
            json.key("from")
            json.string(old)
            json.key("to")
            json.string(new)
        }
    }

    /// The unit that was asked or has answered.
    static func unit(_ code: String) -> [UInt8] {
        object { json in
            json.key("unit")
            json.string(code)
        }
    }

    /// Where it was and where it is now, each with district and unit.
    static func places(from old: Placement, to new: Placement) -> [UInt8] {
        object { json in
            for (name, place) in [("from", old), ("to", new)] {
                json.key(name)
                json.beginObject()
                json.key("lon")
                json.number(place.coordinate.longitude)
                json.key("lat")
                json.number(place.coordinate.latitude)
                json.key("district")
                json.string(place.district)
                json.key("unit")
                json.string(place.unit)
                json.endObject()
            }
        }
    }

    /// What was taken out of sight: `text` or `note`.
    static func redaction(of part: String) -> [UInt8] {
        object { json in
            json.key("part")
            json.string(part)
        }
    }

    /// Which photo was covered, counted from 1, and by how many boxes; none if the cover was taken off.
    static func cover(of photo: Int, boxes: Int) -> [UInt8] {
        object { json in
            json.key("part")
            json.string("photo")
            json.key("photo")
            json.integer(photo)
            json.key("boxes")
            json.integer(boxes)
        }
    }

    private static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        body(&json)
        json.endObject()
        return json.bytes
    }
}
