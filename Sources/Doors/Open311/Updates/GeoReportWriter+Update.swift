import Formats
import Ledger
import Reports

extension GeoReportWriter {
    /// Writes something that happened to a request.
    ///
    /// Whoever told it finds it under the name they gave it; to everybody else it is the request's id with a count.
    mutating func update(_ update: ReportUpdate, isExtended: Bool, _ showing: LineShowing) {
        let showsText = showing.showsText(of: update.category)
        begin(record: "request_update")
        text("update_id", update.name ?? "\(update.number).\(update.version)")
        text("service_request_id", update.number)
        text("status", isExtended ? ExtendedStatus(update.status).rawValue : update.status.plainWord)
        moment("updated_datetime", update.at)
        text("description", update.words(in: showing.language, showsText: showsText))
        text("media_url", nil)
        end()
    }
}

extension ReportUpdate {
    /// What was said; where nothing was, what happened.
    fileprivate func words(in language: Language, showsText: Bool) -> String {
        if showsText, let text { return text }
        let name = status.name(of: kind)[language]
        guard let reason = reason.flatMap({ ClosingReason(rawValue: $0) }) else { return name }
        return "\(name). \(reason.name[language])"
    }
}
