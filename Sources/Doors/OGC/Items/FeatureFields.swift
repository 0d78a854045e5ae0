import Formats
import Geography
import Ledger
import Photos
import Reports
import Territory

/// What a feature of a report has for properties, and what it takes to write them for one reader.
struct FeatureFields {
    /// The properties that everybody gets, in their order.
    static let publicNames = [
        "number", "kind", "category", "category_name", "status", "status_name", "reason", "description",
        "address",
        "created", "updated", "closed", "due", "district", "unit", "supporters", "photo", "url",
    ]
    /// What staff get of their unit's reports besides.
    static let internalNames = [
        "public_description", "public_address", "channel", "hidden", "urgent", "precision_m", "media_url",
    ]

    /// What is the same for all reports of a category.
    struct Category {
        let name: String
        /// Whether everybody may read words and see photos.
        let showsText: Bool
        /// The members that name it.
        let members: [UInt8]
    }

    let language: Language
    /// What our addresses begin with.
    let base: String
    /// What the page of a report begins with.
    let pages: String
    private let categories: [String: Category]
    /// The members that name a status, by what the report is.
    private let statuses: [ReportKind: [ReportStatus: [UInt8]]]

    init(_ visit: LayerVisit) {
        let language = visit.language
        self.language = language
        base = visit.visit.origin
        pages = base + visit.visit.tongue.path("/reports/")
        categories = Dictionary(
            visit.city.catalogue.categories.map {
                ($0.code, Category($0.code, named: $0.name[language], showsText: $0.visibility == .public))
            },
            uniquingKeysWith: { first, _ in first }
        )
        var statuses: [ReportKind: [ReportStatus: [UInt8]]] = [:]
        for kind in ReportKind.allCases {
            for status in ReportStatus.allCases {
                statuses[kind, default: [:]][status] = FeatureFields.members([
                    ("status", status.rawValue), ("status_name", status.name(of: kind)[language]),
                ])
            }
        }
        self.statuses = statuses
    }

    /// Of a category that the city gave up the place alone is shown: nobody knows what it would allow.
    func category(_ code: String) -> Category {
        categories[code] ?? Category(code, named: code, showsText: false)
    }

    /// The members that name the status of a report.
    func status(_ line: FeatureLine) -> [UInt8] {
        statuses[line.kind]?[line.status] ?? []
    }

    /// Members as they stand in an object, without its braces: written once for a thousand reports.
    fileprivate static func members(_ members: [(name: String, text: String)]) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (name, text) in members {
            json.key(name)
            json.string(text)
        }
        json.endObject()
        return Array(json.bytes.dropFirst().dropLast())
    }

    func address(of photo: PhotoIdentifier) -> String {
        "\(base)/photos/\(photo)/\(PhotoVariantName(.medium, .jpeg).fileName)"
    }
}

extension FeatureFields.Category {
    init(_ code: String, named name: String, showsText: Bool) {
        self.name = name
        self.showsText = showsText
        members = FeatureFields.members([("category", code), ("category_name", name)])
    }
}

extension JSONWriter {
    /// Writes the feature of a report, open at its end for links.
    mutating func beginFeature(_ line: FeatureLine, _ fields: FeatureFields) {
        beginObject()
        raw(literal: #""type":"Feature""#)
        key(literal: "id")
        string(line.number)
        key(literal: "geometry")
        beginObject()
        raw(literal: #""type":"Point""#)
        key(literal: "coordinates")
        position(line.coordinate)
        endObject()
        key(literal: "properties")
        beginObject()
        matter(line, fields)
        life(line, fields)
        if let inside = line.inside { self.inside(inside, line) }
        endObject()
    }

    private mutating func matter(_ line: FeatureLine, _ fields: FeatureFields) {
        let category = fields.category(line.category)
        let showsText = category.showsText || line.inside != nil
        key(literal: "number")
        string(line.number)
        key(literal: "kind")
        string(line.kind.rawValue)
        raw(category.members)
        raw(fields.status(line))
        key(literal: "reason")
        stringIfAny(line.reason)
        key(literal: "description")
        stringIfAny(showsText ? line.inside?.description ?? line.description : nil)
        key(literal: "address")
        stringIfAny(showsText ? line.inside.map(\.address) ?? line.address : nil)
    }

    private mutating func life(_ line: FeatureLine, _ fields: FeatureFields) {
        let showsPhoto = fields.category(line.category).showsText || line.inside != nil
        key(literal: "created")
        moment(line.created)
        key(literal: "updated")
        moment(line.updated)
        key(literal: "closed")
        momentIfAny(line.closed)
        key(literal: "due")
        momentIfAny(line.status.isOpen ? line.due : nil)
        key(literal: "district")
        string(line.district)
        key(literal: "unit")
        string(line.unit)
        key(literal: "supporters")
        integer(line.supporters)
        key(literal: "photo")
        stringIfAny(showsPhoto ? line.photo.map(fields.address) : nil)
        key(literal: "url")
        string(fields.pages + line.number)
    }

    /// Writes what is for staff; of whom a report comes, nothing here knows.
    private mutating func inside(_ inside: FeatureLine.Inside, _ line: FeatureLine) {
        key(literal: "public_description")
        string(line.description)
        key(literal: "public_address")
        stringIfAny(line.address)
        key(literal: "channel")
        string(inside.channel.rawValue)
        key(literal: "hidden")
        bool(inside.isHidden)
        key(literal: "urgent")
        bool(inside.isUrgent)
        key(literal: "precision_m")
        if let precision = inside.precision { number(precision) } else { null() }
        key(literal: "media_url")
        stringIfAny(inside.mediaLink)
    }

    private mutating func momentIfAny(_ value: Timestamp?) {
        if let value { moment(value) } else { null() }
    }
}
