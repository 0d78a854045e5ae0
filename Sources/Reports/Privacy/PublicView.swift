/// How much of a report everybody may see.
package struct PublicView: Hashable, Sendable {
    /// Whether it is shown at all.
    package let isPublic: Bool
    /// Whether the words of strangers are shown, masked.
    package let showsText: Bool
    /// Whether its photos are shown.
    package let showsPhotos: Bool

    /// What is shown of a report of a category's visibility in a status; staff may have hidden it.
    package init(visibility: CategoryVisibility, isHidden: Bool, kind: ReportKind, status: ReportStatus) {
        isPublic = visibility != .staff && !isHidden && status.isPublic(of: kind)
        showsText = isPublic && visibility == .public
        showsPhotos = showsText
    }
}

extension ReportStatus {
    /// Whether everybody may see reports of a kind that are in it; withdrawn ones and abuse are nobody's business.
    package func isPublic(of kind: ReportKind) -> Bool {
        switch self {
        case .withdrawn: false
        case .rejected: kind == .idea
        default: true
        }
    }
}
