import Formats
import Geography
import Reports

extension JSONWriter {
    /// Writes a report as one item of a list.
    mutating func report(_ report: Report, as view: ReportView) {
        beginObject()
        members(of: report, as: view)
        endObject()
    }

    /// Writes what lists show of a report: words only as far as the view goes.
    mutating func members(of report: Report, as view: ReportView) {
        key("id")
        string(report.id.description)
        key("number")
        string(report.number.description)
        key("kind")
        string(report.kind.rawValue)
        key("category")
        string(report.category)
        key("status")
        string(report.status.rawValue)
        key("reason")
        stringIfAny(report.reason)
        key("description")
        stringIfAny(view.description(of: report.words))
        key("created")
        string(report.created.description)
        key("updated")
        string(report.updated.description)
        key("closed")
        stringIfAny(report.closed?.description)
        key("location")
        place(report.placement.coordinate)
        key("address")
        stringIfAny(view.address(of: report.words))
        key("district")
        string(report.placement.district)
        key("unit")
        string(report.placement.unit)
        deadline(firstAction: report.due.firstAction, closure: report.due.closure)
        key("supporters")
        integer(report.allSupporters)
        key("members")
        integer(report.group.members)
        key("leader")
        stringIfAny(report.group.leader?.description)
        photos(view.showsText ? report.photos : [])
    }

    /// Writes what only its sender or staff learn of a report.
    mutating func privateMembers(of report: Report, as view: ReportView) {
        guard view == .reporter || view == .staff else { return }
        key("answers")
        beginObject()
        for (code, values) in report.answers.sorted(by: { $0.key < $1.key }) {
            key(code)
            strings(values)
        }
        endObject()
        guard view == .staff else {
            key("mine")
            return bool(true)
        }
        key("internal")
        beginObject()
        key("channel")
        string(report.channel.rawValue)
        key("hidden")
        bool(report.isHidden)
        key("urgent")
        bool(report.isUrgent)
        key("media_url")
        stringIfAny(report.mediaLink)
        key("suggested_leader")
        if let suggestion = report.group.suggestion { match(suggestion) } else { null() }
        key("precision_m")
        if let precision = report.precision { number(precision) } else { null() }
        key("public_description")
        string(report.words.publicDescription)
        key("public_address")
        stringIfAny(report.words.publicAddress)
        endObject()
    }

    /// Writes when something must have happened.
    mutating func deadline(firstAction: Timestamp?, closure: Timestamp?) {
        key("deadline")
        beginObject()
        key("first_action")
        stringIfAny(firstAction?.description)
        key("closure")
        stringIfAny(closure?.description)
        endObject()
    }

    /// Writes another report that may be about the same matter.
    mutating func match(_ match: Match) {
        beginObject()
        key("number")
        string(match.number.description)
        key("likeness")
        number((match.likeness * 1_000).rounded() / 1_000)
        key("decision")
        string(match.decision.rawValue)
        endObject()
    }

    /// Writes photos with where they are.
    mutating func photos(_ photos: [ReportPhoto]) {
        key("photos")
        beginArray()
        for photo in photos { self.photo(photo) }
        endArray()
    }
}

extension ReportView {
    /// The description as far as the view goes.
    func description(of words: ReportWords) -> String? {
        switch self {
        case .everyone(let view): view.showsText ? words.publicDescription : nil
        case .reporter, .staff: words.description
        }
    }

    /// The address as far as the view goes.
    fileprivate func address(of words: ReportWords) -> String? {
        switch self {
        case .everyone(let view): view.showsText ? words.publicAddress : nil
        case .reporter, .staff: words.address
        }
    }
}
