import Formats
import HTTP

/// The errors of GeoReport v2: a list in the form that was asked for, each with the status and a sentence.
enum GeoReportErrors {
    /// Below this path all errors are told so, those of addresses that nobody has among them.
    static let form = ErrorForm(below: "/open311/") { problem, path, language in
        let status = status(of: problem)
        return GeoReportFormat(ofPath: path).response(status: status) { writer in
            writer.begin(list: "errors")
            for sentence in sentences(of: problem, in: language) {
                writer.begin(record: "error")
                writer.integer("code", Int(status.code))
                writer.text("description", sentence)
                writer.end()
            }
            writer.end()
        }
    }

    /// 404 for what is not there, 403 for a key, 400 for everything else that the client did.
    ///
    /// What HTTP itself has its own status for keeps it: clients and proxies act on these by the number.
    private static func status(of problem: Problem) -> Status {
        switch problem.status {
        case .unauthorized, .forbidden: .forbidden
        case .notFound, .methodNotAllowed, .contentTooLarge, .tooManyRequests: problem.status
        case let status where status.code < 500: .badRequest
        case let status: status
        }
    }

    private static func sentences(of problem: Problem, in language: Language) -> [String] {
        if Problem.tooLongCodes.contains(problem.code) { return [tooLong[language]] }
        guard problem.errors.isEmpty else {
            return problem.errors.map { "\($0.pointer): \($0.detail[language])" }
        }
        let title = problem.title[language]
        return [problem.detail.map { "\(title). \($0[language])" } ?? title]
    }

    private static let tooLong = LocalizedText(
        pl:
            "Zbyt długi adres lub nagłówki. Poproś o mniej numerów naraz (najwyżej \(RequestsQuery.mostNumbers)).",
        en:
            "The address or the headers are too long. Ask for fewer ids at once (at most \(RequestsQuery.mostNumbers))."
    )
}
