import Formats
import Geography
import Pages
import Photos
import Reports
import Territory

/// A report as the lists of the portal show it.
struct ReportItem {
    let report: Report
    let view: ReportView
    let visit: Visit

    var values: PageScope {
        let category = visit.city.catalogue[report.category]
        var scope: PageScope = [
            "number": .text(report.number.description),
            "href": .text(visit.tongue.path("/reports/\(report.number)")),
            "category": .text(category?.name[visit.language] ?? report.category),
            "icon": .text(category?.icon ?? "pin"),
            "kind": .text(report.kind.rawValue),
            "isIdea": .flag(report.kind == .idea),
            "state": .text(report.status.state),
            "status": .text(report.status.rawValue),
            "statusName": .text(visit.words("shared.statuses.\(report.status.rawValue)")),
            "districtCode": .text(report.placement.district),
            "district": .text(districtName ?? report.placement.district),
            "unit": .text(
                visit.city.units[report.placement.unit]?.name[visit.language] ?? report.placement.unit
            ),
            "created": .text(report.created.description),
            "day": .text(visit.dates.day(report.created)),
            "description": .text(view.description(of: report.words) ?? ""),
            "supporters": .count(report.allSupporters),
            "members": .count(report.group.members),
            "lon": .text(report.placement.coordinate.longitudeText),
            "lat": .text(report.placement.coordinate.latitudeText),
            "canSupport": .flag(report.status.isOpen),
            "photo": "",
        ]
        if view.showsText, let photo = report.photos.first {
            scope.set("photo", photo.address(PhotoVariantName(.small, .webp)))
        }
        return scope
    }

    /// The name that the district had when the report came in.
    var districtName: String? {
        let day = visit.city.timeZone.local(report.created).date
        return visit.city.territory.areas.district(report.placement.district, on: day)?.name
    }
}

extension ReportStatus {
    /// Which of four states residents see in it: the word is a class of the styles and a symbol of the map.
    var state: String {
        switch self {
        case .received, .triage, .reopened, .underReview: "new"
        case .assigned, .inProgress, .planned, .waiting, .accepted: "working"
        case .resolved, .implemented: "done"
        case .notResolved, .duplicate, .outOfScope, .rejected, .withdrawn: "closed"
        }
    }
}
