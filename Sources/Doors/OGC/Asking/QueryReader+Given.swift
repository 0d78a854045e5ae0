import Formats
import HTTP

extension QueryReader {
    /// A text that is there; unlike other doors this one takes an empty value for a wrong one, as its standard has it.
    mutating func given(_ name: String) -> String? {
        let text = text(name)
        if text == nil, all(name).first != nil { report(name, "format", .emptyValue) }
        return text
    }

    /// Values joined by commas, of which one must be met; empty where nothing is asked.
    mutating func values(_ name: String, most: Int = 64) -> [String] {
        guard let text = given(name) else { return [] }
        let values = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard values.count <= most, !values.contains("") else {
            report(name, "format", .unfitValues)
            return []
        }
        return values
    }

    /// The cases of an enumeration, joined by commas; nil where nothing is asked.
    mutating func cases<Value: RawRepresentable<String> & CaseIterable & Hashable>(
        _ name: String,
        of type: Value.Type = Value.self
    ) -> Set<Value>? {
        let words = values(name)
        guard !words.isEmpty else { return nil }
        let cases = words.compactMap { Value(rawValue: $0) }
        if cases.count < words.count { report(name, "choice", .cases(Value.allCases.map(\.rawValue))) }
        return Set(cases)
    }
}

extension LocalizedText {
    fileprivate static let emptyValue = LocalizedText(pl: "Wartość jest pusta.", en: "The value is empty.")
    fileprivate static let unfitValues = LocalizedText(
        pl: "Najwyżej 64 wartości po przecinku, żadna pusta.",
        en: "At most 64 values joined by commas, none of them empty."
    )

    fileprivate static func cases(_ known: [String]) -> LocalizedText {
        let list = known.joined(separator: ", ")
        return LocalizedText(pl: "Po przecinku, spośród: \(list).", en: "Joined by commas, out of: \(list).")
    }
}
