/// Where a list of features goes on; it knows by itself in which order the list is.
package enum FeatureKey: Sendable, Hashable {
    /// Newest first.
    case time(PageKey)
    /// Along the Morton key.
    case place(PlaceKey)

    /// Reads what `description` writes; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        if let key = PageKey(parsing: text) {
            self = .time(key)
        } else if let key = PlaceKey(parsing: text) {
            self = .place(key)
        } else {
            return nil
        }
    }
}

extension FeatureKey: CustomStringConvertible {
    /// 39 characters that stand in an address as they are.
    package var description: String {
        switch self {
        case .time(let key): key.description
        case .place(let key): key.description
        }
    }
}
