import Formats
import Geography
import Ledger
import Photos
import Reports
import Territory

/// What it takes to show a line to somebody.
struct LineShowing {
    let city: City
    /// What our addresses begin with.
    let base: String
    let language: Language
    let isStaff: Bool

    /// Whether the words and photos of a category are shown.
    func showsText(of category: String) -> Bool {
        isStaff || city.catalogue[category]?.visibility == .public
    }

    func address(of photo: PhotoIdentifier) -> String {
        "\(base)/photos/\(photo)/\(PhotoVariantName(.medium, .jpeg).fileName)"
    }
}

extension GeoReportWriter {
    /// Writes a report as a request, with what extensions tell of it if that was read.
    mutating func request(_ line: ReportLine, _ showing: LineShowing) {
        let language = showing.language
        let showsText = showing.showsText(of: line.category)
        begin(record: "request")
        text("service_request_id", line.number)
        text("status", line.status.plainWord)
        text("status_notes", line.statusNotes(in: language))
        text("service_name", showing.city.catalogue[line.category]?.name[language] ?? line.category)
        text("service_code", line.category)
        text("description", showsText && !line.description.isEmpty ? line.description : nil)
        text("agency_responsible", showing.city.units[line.unit]?.name[language] ?? line.unit)
        text("service_notice", line.why?[language])
        moment("requested_datetime", line.created)
        moment("updated_datetime", line.updated)
        moment("expected_datetime", line.status.isOpen ? line.due : nil)
        text("address", showsText ? line.address : nil)
        text("address_id", nil)
        text("zipcode", nil)
        degrees("lat", micros: line.coordinate.latitudeMicros)
        degrees("long", micros: line.coordinate.longitudeMicros)
        text("media_url", showsText ? line.photo.map(showing.address) ?? line.mediaLink : nil)
        if let details = line.details { extensions(details, of: line, showing, showsText: showsText) }
        end()
    }

    private mutating func extensions(
        _ details: ReportLine.Details,
        of line: ReportLine,
        _ showing: LineShowing,
        showsText: Bool
    ) {
        begin(record: "extended_attributes")
        text("status", ExtendedStatus(line.status).rawValue)
        text("channel", details.channel.rawValue)
        text("district", line.district)
        text("unit", line.unit)
        begin(list: "photos")
        for photo in showsText ? details.photos : [] { text("photo", showing.address(of: photo)) }
        end()
        bool("duplicate", line.status == .duplicate || details.leader != nil)
        text("parent_service_request_id", details.leader)
        if showing.isStaff { attributes(details.answers) }
        end()
        begin(list: "notes")
        for note in details.notes { self.note(note, of: line, showing.language, showsText: showsText) }
        end()
    }

    /// Writes what the sender answered to the category's questions.
    private mutating func attributes(_ answers: [String: [String]]) {
        begin(list: "attributes")
        for (code, values) in answers.sorted(by: { $0.key < $1.key }) {
            begin(record: "attribute")
            text("code", code)
            begin(list: "values")
            for value in values { text("value", value) }
            end()
            end()
        }
        end()
    }

    private mutating func note(
        _ note: ReportNote,
        of line: ReportLine,
        _ language: Language,
        showsText: Bool
    ) {
        begin(record: "note")
        moment("datetime", note.at)
        text("summary", note.status.name(of: line.kind)[language])
        text("type", note.what.rawValue)
        text("description", showsText ? note.text : nil)
        end()
    }
}

extension ReportLine {
    /// Where it stands in words, and why it was closed without what it asked for.
    fileprivate func statusNotes(in language: Language) -> String {
        let name = status.name(of: kind)[language]
        guard let reason = reason.flatMap({ ClosingReason(rawValue: $0) }) else { return name }
        return "\(name). \(reason.name[language])"
    }
}
