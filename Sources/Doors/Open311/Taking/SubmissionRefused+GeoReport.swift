import Formats
import HTTP
import Intake

extension SubmissionRefused {
    /// What is wrong, by the names that the fields have in GeoReport v2.
    var geoReportProblem: Problem {
        Problem(
            .badRequest,
            code: "invalid-fields",
            title: LocalizedText(pl: "Nieprawidłowe dane", en: "Invalid data"),
            errors: problems.map {
                Problem.FieldError(pointer: $0.part.geoReportName, code: $0.code, detail: $0.detail)
            }
        )
    }
}

extension SubmissionProblem.Part {
    fileprivate var geoReportName: String {
        switch self {
        case .category: "service_code"
        case .description: "description"
        case .location: "lat, long"
        case .address: "address_string"
        case .answer(let code): "attribute[\(code)]"
        case .email: "email"
        case .phone: "phone"
        case .name: "first_name, last_name"
        case .photos: "media"
        // What this door never sends.
        case .sameAs, .notSameAs, .created, .status: "request"
        }
    }
}
