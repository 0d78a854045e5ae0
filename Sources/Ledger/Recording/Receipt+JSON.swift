import Formats
import Reports

/// How `remembered_request.answer` keeps a receipt: all but the number, which the database draws in the same statement.
extension Receipt {
    /// The receipt as JSON, without its number.
    static func remembered(_ draft: ReportDraft, photos: [ReportPhoto]) -> String {
        let report = draft.new
        let grounds = report.placement.grounds
        var json = JSONWriter(reserving: 512)
        json.beginObject()
        json.key("id")
        json.string(draft.id.description)
        json.key("kind")
        json.string(report.kind.rawValue)
        json.key("category")
        json.string(report.category)
        json.key("status")
        json.string(report.status.rawValue)
        // Printed moments are rounded.
        json.key("created_us")
        json.integer(report.created.microseconds)
        json.key("district")
        json.string(report.placement.district)
        json.key("unit")
        json.string(report.placement.unit)
        json.key("rule")
        json.string(grounds?.rule ?? "")
        json.key("why")
        json.localized(grounds?.why ?? LocalizedText(pl: "", en: ""))
        json.key("needs_review")
        json.bool(grounds?.needsReview ?? false)
        json.key("city_version")
        json.integer(grounds?.cityVersion ?? 0)
        json.key("first_action_due")
        json.stringIfAny(report.due.firstAction?.description)
        json.key("closure_due")
        json.stringIfAny(report.due.closure?.description)
        json.key("photos")
        json.beginArray()
        for photo in photos {
            json.beginArray()
            json.string(photo.id.description)
            json.integer(photo.width)
            json.integer(photo.height)
            json.endArray()
        }
        json.endArray()
        json.key("matches")
        json.beginArray()
        for match in draft.matches {
            json.beginArray()
            json.string(match.number.description)
            json.number(match.likeness)
            json.string(match.decision.rawValue)
            json.endArray()
        }
        json.endArray()
        if let link = draft.link?.told {
            json.key("link")
            json.beginArray()
            json.string(link.number.description)
            json.string(link.standing.rawValue)
            json.endArray()
        }
        json.endObject()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Reads what `remembered` wrote.
    init(number: ReportNumber, remembered text: String) throws {
        let broken = BrokenRow(table: "remembered_request", column: "answer")
        guard let object = (try? JSON.parse(Array(text.utf8)))?.objectValue else { throw broken }
        func word(_ key: String) throws -> String {
            guard let word = object[key]?.stringValue else { throw broken }
            return word
        }
        func moment(_ key: String) -> Timestamp? {
            object[key]?.stringValue.flatMap { Timestamp(parsing: $0) }
        }
        guard let id = ReportIdentifier(parsing: try word("id")),
            let kind = ReportKind(rawValue: try word("kind")),
            let status = ReportStatus(rawValue: try word("status")),
            let created = object["created_us"]?.numberValue?.integer,
            case .bool(let needsReview)? = object["needs_review"],
            let version = object["city_version"]?.numberValue?.integer,
            let why = object["why"]?.objectValue
        else { throw broken }
        self.id = id
        self.number = number
        self.kind = kind
        self.status = status
        self.created = Timestamp(microseconds: created)
        category = try word("category")
        placement = Placement(
            district: try word("district"),
            unit: try word("unit"),
            rule: try word("rule"),
            why: LocalizedText(pl: why["pl"]?.stringValue ?? "", en: why["en"]?.stringValue ?? ""),
            needsReview: needsReview,
            cityVersion: Int(clamping: version)
        )
        firstActionDue = moment("first_action_due")
        closureDue = moment("closure_due")
        photos = (object["photos"]?.arrayValue ?? []).compactMap { ReportPhoto($0) }
        matches = (object["matches"]?.arrayValue ?? []).compactMap { Match($0) }
        link = object["link"].flatMap { MatterLink($0) }
    }
}

extension ReportPhoto {
    fileprivate init?(_ json: JSON) {
        guard let parts = json.arrayValue, parts.count == 3,
            let id = parts[0].stringValue.flatMap({ PhotoIdentifier(parsing: $0) }),
            let width = parts[1].numberValue?.integer, let height = parts[2].numberValue?.integer
        else { return nil }
        self.init(id: id, width: Int(clamping: width), height: Int(clamping: height))
    }
}

extension Match {
    fileprivate init?(_ json: JSON) {
        guard let parts = json.arrayValue, parts.count >= 2,
            let number = parts[0].stringValue.flatMap({ ReportNumber(parsing: $0) }),
            let likeness = parts[1].numberValue?.double
        else { return nil }
        let decision = parts.count > 2 ? parts[2].stringValue.flatMap { Sameness(rawValue: $0) } : nil
        self.init(number: number, likeness: likeness, decision: decision ?? .perhaps)
    }
}

extension MatterLink {
    fileprivate init?(_ json: JSON) {
        guard let parts = json.arrayValue, parts.count == 2,
            let number = parts[0].stringValue.flatMap({ ReportNumber(parsing: $0) }),
            let standing = parts[1].stringValue.flatMap({ Standing(rawValue: $0) })
        else { return nil }
        self.init(to: number, standing)
    }
}
