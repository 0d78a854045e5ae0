import Formats
import Reports
import Territory

/// Whether whoever sent a submission can be asked back before it is kept.
enum SenderKind {
    /// They are told at once what is missing or whom to call, and send it again.
    case askable
    /// Another system passes on what somebody wrote, perhaps hours ago.
    case unaskable
}

/// A submission that was checked and has its place in the city.
struct PlacedCase {
    let category: Category
    let placement: Placement
    /// By how many metres the place may be off, if that is known.
    let precision: Double?
    let created: Timestamp
    /// When it is due; what is urgent is at once, and what is closed never.
    let due: DueDates
    /// The status that it begins with.
    let status: ReportStatus
    /// Whether it goes first.
    let isUrgent: Bool
    /// Whom the sender has to call or ask.
    let advice: NoCase?

    init(
        category: Category,
        placement: Placement,
        precision: Double?,
        created: Timestamp,
        due: DueDates,
        imported: ReportStatus?,
        advice: NoCase?
    ) {
        self.category = category
        self.placement = placement
        self.precision = precision
        self.created = created
        self.advice = advice
        isUrgent = advice?.isEmergency == true
        let judged = advice.map { $0.isEmergency ? ReportStatus.triage : .outOfScope }
        let begins = imported ?? judged ?? HandlingTable.initial
        // Ideas are neither sorted out by anybody nor out of scope: they are read like all others.
        status = HandlingTable.standard.has(begins, category.kind) ? begins : HandlingTable.initial
        var due = due
        if isUrgent { due.firstAction = created }
        self.due = status == .outOfScope && imported == nil ? DueDates() : due
    }
}
