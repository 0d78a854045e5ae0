package import Formats
package import Geography
package import Reports

/// What a map layer for other systems tells of a report.
package struct FeatureLine: Sendable, Equatable {
    /// What only staff of the unit in charge are told.
    package struct Inside: Sendable, Equatable {
        /// The words as they were written.
        package let description: String
        package let address: String?
        package let channel: Channel
        package let isHidden: Bool
        package let isUrgent: Bool
        package let mediaLink: String?
        /// How far off the place may be, in metres.
        package let precision: Double?
    }

    package let id: ReportIdentifier
    package let version: Int
    package let number: String
    package let kind: ReportKind
    package let category: String
    package let status: ReportStatus
    package let reason: String?
    /// What everybody may read, if the category allows it.
    package let description: String
    package let address: String?
    package let created: Timestamp
    package let updated: Timestamp
    package let closed: Timestamp?
    /// The last day for closing it ends then.
    package let due: Timestamp?
    package let coordinate: Coordinate
    package let district: String
    package let unit: String
    package let supporters: Int
    package let photo: PhotoIdentifier?
    /// Nil for everybody else.
    package let inside: Inside?

    package var place: FeaturePlace { FeaturePlace(id: id, version: version) }
}

/// A report as it stood when it was found: of the same version is told the same.
package struct FeaturePlace: Sendable, Hashable {
    package let id: ReportIdentifier
    package let version: Int

    /// Joins a report and its version.
    package init(id: ReportIdentifier, version: Int) {
        self.id = id
        self.version = version
    }
}

/// A part of a list of features.
package struct FeaturePage: Sendable, Equatable {
    /// What was found of the features.
    package enum Found: Sendable, Equatable {
        /// All that is told of them.
        case lines([FeatureLine])
        /// Which they are; whoever does not know them yet asks for their lines.
        case places([FeaturePlace])
    }

    package let found: Found
    /// Where the list goes on; nil at its end.
    package let next: FeatureKey?
    /// How many the whole list has, where that is known.
    package let matched: Int?

    static let empty = FeaturePage(found: .lines([]), next: nil, matched: 0)

    init(found: Found, next: FeatureKey?, matched: Int?) {
        self.found = found
        self.next = next
        self.matched = matched
    }
}
