import Ledger

extension FuzzProperty {
    /// A place in the feed has one spelling only.
    package static let cursor = FuzzProperty("cursor") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        guard let cursor = FeedCursor(parsing: text) else { return nil }
        return cursor.description == text ? nil : "written again it differs"
    }
}
