package import Formats

/// What is wrong with a line of a list of reports.
package struct ImportProblem: Error, Equatable, Sendable {
    /// The line of the file, from 1.
    package let line: Int
    /// The column's head; nil where the whole line is meant.
    package let column: String?
    /// A stable word for programs.
    package let code: String
    package let detail: LocalizedText

    init(line: Int, column: String? = nil, _ code: String, _ detail: LocalizedText) {
        self.line = line
        self.column = column
        self.code = code
        self.detail = detail
    }

    /// What the rules of all submissions find.
    init(line: Int, _ problem: SubmissionProblem) {
        self.init(line: line, column: problem.part.column?.rawValue, problem.code, problem.detail)
    }

    /// The file itself cannot be read from there on.
    init(_ error: CSVError) {
        self.init(line: error.line, "csv", error.fault.detail)
    }
}

extension SubmissionProblem.Part {
    /// The column that it stands in.
    fileprivate var column: ImportColumn? {
        switch self {
        case .category: .category
        case .description: .description
        case .address, .location: .address
        case .email: .email
        case .phone: .phone
        case .name: .lastName
        case .created: .created
        case .answer, .photos, .sameAs, .notSameAs, .status: nil
        }
    }
}

extension CSVFault {
    fileprivate var detail: LocalizedText {
        switch self {
        case .quoteInside, .textAfterQuote:
            LocalizedText(
                pl: "Cudzysłów w środku wartości: całą wartość ujmij w cudzysłów, a cudzysłów w niej podwój.",
                en: "A quote within a value: put the whole value into quotes and double the quote in it."
            )
        case .quoteNotClosed:
            LocalizedText(pl: "Cudzysłów nie jest zamknięty.", en: "The quote is never closed.")
        case .loneCarriageReturn:
            LocalizedText(
                pl: "Nieznane końce wierszy: zapisz plik jako CSV UTF-8.",
                en: "Unknown ends of lines: save the file as CSV UTF-8."
            )
        case .notUTF8:
            LocalizedText(
                pl: "To nie jest UTF-8: zapisz plik jako CSV UTF-8.",
                en: "This is not UTF-8: save the file as CSV UTF-8."
            )
        case .fieldTooLong(let limit), .recordTooLong(let limit):
            LocalizedText(
                pl: "Za długa wartość lub wiersz: najwyżej \(limit) bajtów.",
                en: "The value or line is too long: at most \(limit) bytes."
            )
        case .tooManyFields(let limit):
            LocalizedText(
                pl: "Wiersz ma więcej niż \(limit) wartości.",
                en: "The line has more than \(limit) values."
            )
        case .tooManyRecords:
            LocalizedText(
                pl: "Najwyżej \(ImportSheet.mostRows) wierszy naraz: podziel plik.",
                en: "At most \(ImportSheet.mostRows) lines at once: divide the file."
            )
        }
    }
}
