import Formats
import Ledger

extension FuzzProperty {
    /// A key has one spelling only, and a moment that a report can have.
    package static let pageKey = FuzzProperty("pagekey") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        _ = SearchText(text)
        guard let key = PageKey(parsing: text) else { return nil }
        if key.created.microseconds < 0 { return "a moment before all reports" }
        return key.description == text ? nil : "written again it differs"
    }
}
