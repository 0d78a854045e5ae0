import Formats
import Geography
import Ledger
import Reports
import Territory

extension JSONWriter {
    /// Writes what the sender of a report is told.
    mutating func receipt(
        _ receipt: Receipt,
        secret: String,
        address: String,
        coordinate: Coordinate,
        in city: City
    ) {
        beginObject()
        key("number")
        string(receipt.number.description)
        key("id")
        string(receipt.id.description)
        key("secret")
        string(secret)
        key("url")
        string(address)
        key("status")
        string(receipt.status.rawValue)
        key("kind")
        string(receipt.kind.rawValue)
        key("category")
        string(receipt.category)
        key("created")
        string(receipt.created.description)
        key("location")
        place(coordinate)
        placement(of: receipt, in: city)
        deadline(firstAction: receipt.firstActionDue, closure: receipt.closureDue)
        photos(receipt.photos)
        key("matches")
        beginArray()
        for match in receipt.matches {
            beginObject()
            key("number")
            string(match.number.description)
            key("likeness")
            number(match.likeness)
            endObject()
        }
        endArray()
        endObject()
    }
}
