import Formats
import HTTP
import Ledger
import Pages
import Reports
import Territory

/// What a consultant has written down during a call: the fields of the portal's form, and what is a call's own.
struct CallForm {
    let report: ReportForm
    let firstName: String
    let lastName: String
    let outcome: CallOutcome
    let seconds: Int?
    /// Whether the call ends without a report.
    let isWithoutReport: Bool

    init(_ fields: Query, in city: City, _ language: Language) {
        // Who types the name of a category need not know its code.
        var items = fields.items
        if fields.trimmed("category").isEmpty {
            let name = fields.trimmed("category_name").lowercased()
            let named = city.catalogue.categories.first { $0.name[language].lowercased() == name }
            if let named {
                items.removeAll { $0.name == "category" }
                items.append(.init(name: "category", value: named.code))
            }
        }
        report = ReportForm(Query(items))
        firstName = fields.trimmed("first_name")
        lastName = fields.trimmed("last_name")
        outcome = CallOutcome(rawValue: fields.trimmed("outcome")) ?? .answered
        seconds = Int(fields.trimmed("seconds"))
        isWithoutReport = fields.first("without_report") != nil
    }

    /// The caller, as far as they said who they are.
    var contact: Contact? {
        let reached = report.contact
        guard reached != nil || !firstName.isEmpty || !lastName.isEmpty else { return nil }
        return Contact(
            firstName: firstName.isEmpty ? nil : firstName,
            lastName: lastName.isEmpty ? nil : lastName,
            email: reached?.email,
            phone: reached?.phone,
            consents: reached?.consents ?? Consents()
        )
    }

    /// The answers to the category's questions, as the page's script reads them.
    var answersText: String {
        var writer = JSONWriter()
        writer.beginObject()
        for (code, values) in report.answers.sorted(by: { $0.key < $1.key }) {
            writer.key(code)
            writer.beginArray()
            for value in values { writer.string(value) }
            writer.endArray()
        }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// What is handed to Intake.
    func submission(by actor: Actor) -> Submission {
        Submission(
            category: report.category,
            description: report.description,
            coordinate: report.coordinate,
            address: report.address.isEmpty ? nil : report.address,
            answers: report.answers,
            contact: contact,
            channel: .phone,
            sameAs: ReportNumber(parsing: report.sameAs),
            actor: actor,
            isNoEmergency: report.isNoEmergency
        )
    }
}
