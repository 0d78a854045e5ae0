import Formats
import Reports

/// Checks a text against the keywords of JSON Schema that are about texts.
struct StringCheck {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// What is wrong by one keyword.
    func mistakes(_ keyword: JSONObject.Member) -> [String] {
        switch keyword.name {
        case "minLength": text.unicodeScalars.count >= bound(keyword) ? [] : ["is too short"]
        case "maxLength": text.unicodeScalars.count <= bound(keyword) ? [] : ["is too long"]
        case "pattern": matches(keyword.value.stringValue ?? "") ? [] : ["is not like its pattern: \(text)"]
        case "format": isOf(format: keyword.value.stringValue ?? "") ? [] : ["is not of its format: \(text)"]
        default: []
        }
    }

    private func bound(_ keyword: JSONObject.Member) -> Int {
        keyword.value.numberValue?.integer.flatMap { Int(exactly: $0) } ?? 0
    }

    private func matches(_ pattern: String) -> Bool {
        (try? Regex(pattern)).map { text.contains($0) } ?? false
    }

    private func isOf(format: String) -> Bool {
        switch format {
        case "uuid": ReportIdentifier(parsing: text) != nil
        case "date-time": Timestamp(parsing: text) != nil
        case "date": CivilDate(parsing: text) != nil
        default: false
        }
    }
}
