import Ledger
import Reports
import Territory

/// How much of one report is shown to who asks for it.
enum ReportView: Sendable, Equatable {
    /// To the public, within bounds.
    case everyone(PublicView)
    /// To who sent it: the own words, whatever its state.
    case reporter
    /// To the unit in charge or the contact centre: everything that was sent, without the contact.
    case staff

    /// Whether words and photos are shown.
    var showsText: Bool {
        switch self {
        case .everyone(let view): view.showsText
        case .reporter, .staff: true
        }
    }
}

/// A report with who asks for it.
struct AskedReport: Sendable {
    let report: Report
    let caller: Caller
    let view: ReportView
    /// As whom the caller acts on it.
    let actor: Actor
}

extension ReportView {
    /// What the public sees of a report; nil if that is nothing.
    init?(public report: Report, in city: City) {
        // A category that the city gave up shows the place alone: nobody knows what it would allow.
        let visibility = city.catalogue[report.category]?.visibility ?? .placeOnly
        let view = PublicView(
            visibility: visibility,
            isHidden: report.isHidden,
            kind: report.kind,
            status: report.status
        )
        guard view.isPublic else { return nil }
        self = .everyone(view)
    }
}
