import Formats
import Geography
import Ledger
import Reports
import Territory

/// A report as an export tells it: what the queue shows, and nothing of who sent it.
struct ExportRecord {
    /// The columns, in their order.
    static let columns = [
        "number", "kind", "category", "category_name", "status", "status_name", "district", "unit", "holder",
        "channel", "created", "updated", "due", "closed", "lon", "lat", "address", "description",
        "supporters",
        "members", "photos", "urgent", "hidden",
    ]

    let line: QueueLine
    let categoryName: String
    let statusName: String
    let holder: String

    func write(to csv: inout CSVWriter) {
        csv.plain(line.number.description)
        csv.plain(line.kind.rawValue)
        csv.plain(line.category)
        csv.text(categoryName)
        csv.plain(line.status.rawValue)
        csv.text(statusName)
        csv.text(line.district)
        csv.text(line.unit)
        csv.text(holder)
        csv.plain(line.channel.rawValue)
        csv.plain(line.created.description)
        csv.plain(line.updated.description)
        csv.plain(line.due?.description ?? "")
        csv.plain(line.closed?.description ?? "")
        csv.plain(line.coordinate.longitudeText)
        csv.plain(line.coordinate.latitudeText)
        csv.text(line.address ?? "")
        csv.text(line.description)
        csv.plain("\(line.supporters)")
        csv.plain("\(line.members)")
        csv.plain("\(line.photos)")
        csv.plain(line.isUrgent ? "1" : "0")
        csv.plain(line.isHidden ? "1" : "0")
        csv.endRecord()
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key(literal: "type")
        json.string("Feature")
        json.key(literal: "geometry")
        json.beginObject()
        json.key(literal: "type")
        json.string("Point")
        json.key(literal: "coordinates")
        json.beginArray()
        json.number(line.coordinate.longitude)
        json.number(line.coordinate.latitude)
        json.endArray()
        json.endObject()
        json.key(literal: "properties")
        json.beginObject()
        let texts: [(String, String?)] = [
            ("number", line.number.description), ("kind", line.kind.rawValue), ("category", line.category),
            ("category_name", categoryName), ("status", line.status.rawValue), ("status_name", statusName),
            ("district", line.district), ("unit", line.unit), ("holder", holder.isEmpty ? nil : holder),
            ("channel", line.channel.rawValue), ("created", line.created.description),
            ("updated", line.updated.description), ("due", line.due?.description),
            ("closed", line.closed?.description), ("address", line.address),
            ("description", line.description),
        ]
        for (name, text) in texts {
            json.key(name)
            json.stringIfAny(text)
        }
        for (name, count) in [
            ("supporters", line.supporters), ("members", line.members), ("photos", line.photos),
        ] {
            json.key(name)
            json.integer(count)
        }
        json.key(literal: "urgent")
        json.bool(line.isUrgent)
        json.key(literal: "hidden")
        json.bool(line.isHidden)
        json.endObject()
        json.endObject()
    }
}
