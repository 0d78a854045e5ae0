import Formats
package import HTTP
import Ledger
import Reports

/// What `POST servicerequestupdates` says.
package struct UpdateForm: Sendable {
    package let name: String
    let number: ReportNumber?
    let status: ExtendedStatus?
    let at: Timestamp?
    package let text: String?

    /// Reads the fields; unknown ones are passed over.
    ///
    /// - Throws: 400 with everything that is wrong.
    package init(parsing form: Query) throws(Problem) {
        var reader = QueryReader(form)
        self.init(reading: &reader)
        try reader.finishIgnoringOthers()
    }

    private init(reading reader: inout QueryReader) {
        name = reader.required("update_id") ?? ""
        if name.unicodeScalars.count > PostedUpdate.longestName
            || TextFlaw(in: name, allowing: .refused) != nil
        {
            reader.report("update_id", "length", .unfitName)
        }
        number = reader.required("service_request_id").flatMap { ReportNumber(parsing: $0) }
        status = reader.parsed("status", .unfitStatus) { ExtendedStatus(reading: $0) }
        at = reader.moment(named: "updated_datetime")
        text = reader.text("description").flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        guard let text else { return }
        if text.unicodeScalars.count > Note.longest {
            reader.report("description", "length", .tooLong)
        } else if let flaw = TextFlaw(in: text, allowing: .lineEnds) {
            reader.report("description", flaw.code.rawValue, flaw.detail)
        }
    }
}

extension LocalizedText {
    fileprivate static let unfitName = LocalizedText(
        pl: "Od 1 do \(PostedUpdate.longestName) znaków bez znaków sterujących.",
        en: "1 to \(PostedUpdate.longestName) characters, none of them a control character."
    )
    fileprivate static let unfitStatus = LocalizedText(
        pl: "Oczekiwano jednego z: \(known).",
        en: "Expected one of: \(known)."
    )
    fileprivate static let tooLong = LocalizedText(
        pl: "Najwyżej \(Note.longest) znaków.",
        en: "At most \(Note.longest) characters."
    )
    private static let known = ExtendedStatus.allCases.map(\.rawValue).joined(separator: ", ")
}
