import Formats
import Geography
import Ledger
import Pages
import Reports
import Territory

/// A report as a line of the queue shows it.
struct QueueRow {
    let line: QueueLine
    let visit: StaffVisit
    let names: StaffNames
    let soon: Timestamp

    var values: PageScope {
        let category = visit.city.catalogue[line.category]
        let unit = visit.city.units[line.unit]
        var scope: PageScope = [
            "number": .text(line.number.description),
            "version": .count(line.version),
            "href": .text("/dispatch/reports/\(line.number)"),
            "category": .text(category?.name[visit.language] ?? line.category),
            "icon": .text(category?.icon ?? "pin"),
            "isIdea": .flag(line.kind == .idea),
            "state": .text(line.status.state),
            "statusName": .text(visit.words("shared.statuses.\(line.status.rawValue)")),
            "description": .text(line.description),
            "place": .text(line.address ?? ""),
            "district": .text(line.district),
            "unit": .text(line.unit),
            "unitName": .text(unit?.name[visit.language] ?? line.unit),
            "showsUnit": .flag(visit.staff.unit != line.unit),
            "created": .text(line.created.description),
            "createdWhen": .text(visit.dates.moment(line.created)),
            "createdDay": .text(visit.dates.shortDay(line.created)),
            "holder": .text(line.assignee.map { names.name(of: $0) } ?? ""),
            "isMine": .flag(line.assignee == visit.staff.id),
            "supporters": .count(line.supporters),
            "members": .count(line.members),
            "photos": .count(line.photos),
            "isUrgent": .flag(line.isUrgent && line.status.isOpen),
            "needsReview": .flag(line.needsReview && line.status.isOpen),
            "isHidden": .flag(line.isHidden),
            "isSuggested": .flag(line.isSuggested && line.status.isOpen),
            "isAsked": .flag(!line.askedUnits.isEmpty),
            "askedUnits": .text(line.askedUnits.joined(separator: ", ")),
            "lon": .text(line.coordinate.longitudeText),
            "lat": .text(line.coordinate.latitudeText),
        ]
        scope.merge(deadline)
        return scope
    }

    private var deadline: PageScope {
        var scope: PageScope = ["due": "", "dueState": "", "dueWhen": ""]
        if let since = line.waitingSince, line.status.clock == .stopped {
            scope.set("dueState", "waiting")
            scope.set("dueWhen", visit.dates.shortDay(since))
        } else if let due = line.due {
            scope.set("due", due.description)
            scope.set("dueWhen", visit.dates.shortDay(due.advanced(bySeconds: -1)))
            scope.set("dueState", due <= visit.now ? "late" : due < soon ? "soon" : "later")
        }
        for state in ["waiting", "late", "soon", "later"] {
            scope["due_\(state)"] = .flag(scope["dueState"] == .text(state))
        }
        return scope
    }
}
