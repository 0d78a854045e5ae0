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
        for match in receipt.matches { self.match(match) }
        endArray()
        key("linked_to")
        link(receipt.link)
        endObject()
    }

    /// Writes what a report was linked to: by its sender, or by a guess that staff will look at.
    private mutating func link(_ link: MatterLink?) {
        guard let link else { return null() }
        beginObject()
        key("number")
        string(link.number.description)
        key("standing")
        string(link.standing.rawValue)
        endObject()
    }
}
