import Formats
import Geography
import Reports

extension JSONWriter {
    /// Writes what everybody may know of a report.
    ///
    /// The description is left out: until personal data in it are masked, it is for staff alone.
    mutating func publicFields(of report: Report) {
        key("id")
        string(report.id.description)
        key("number")
        string(report.number.description)
        key("kind")
        string(report.kind.rawValue)
        key("category")
        string(report.category)
        key("status")
        string(report.status.rawValue)
        key("created")
        string(report.created.description)
        key("updated")
        string(report.updated.description)
        key("closed")
        if let closed = report.closed { string(closed.description) } else { null() }
        key("location")
        place(report.placement.coordinate)
        key("district")
        string(report.placement.district)
        key("unit")
        string(report.placement.unit)
        key("supporters")
        integer(report.supporters)
        key("photos")
        beginArray()
        endArray()
    }
}
