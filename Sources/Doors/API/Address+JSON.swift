import Addresses
import Formats
import Geography

extension AddressAnswer {
    /// The answer of `/api/v1/addresses`; `q` is not repeated in it.
    var json: [UInt8] {
        var json = JSONWriter(reserving: 256 + addresses.count * 256)
        json.beginObject()
        json.key("addresses")
        json.beginArray()
        for found in addresses { json.found(found) }
        json.endArray()
        json.key("limited")
        json.bool(limitation != nil)
        if let limitation {
            json.key("reason")
            json.beginObject()
            json.key("code")
            json.string(limitation.rawValue)
            json.key("detail")
            json.localized(limitation.words)
            json.endObject()
        }
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func found(_ found: AddressAnswer.Found) {
        let address = found.address
        beginObject()
        key("street")
        string(address.street)
        key("number")
        textIfAny(address.number)
        key("postcode")
        textIfAny(address.postcode)
        key("label")
        string(address.label)
        key("lon")
        microdegrees(address.coordinate.longitudeMicros)
        key("lat")
        microdegrees(address.coordinate.latitudeMicros)
        key("kind")
        string(address.kind.rawValue)
        key("precision_m")
        if let precision = address.precision { number(precision) } else { null() }
        key("source")
        string(found.source.rawValue)
        if let origin = address.origin {
            // Licences such as ODbL ask for it wherever the entry is shown.
            key("attribution")
            string(origin)
        }
        if let distance = found.distance {
            key("distance_m")
            integer(Int64(distance.rounded()))
        }
        endObject()
    }

    private mutating func textIfAny(_ text: String?) {
        if let text { string(text) } else { null() }
    }
}
