import Formats
import Geography
import Pages
import Photos
import Reports
import Territory

/// What the page of a case says besides what a list does.
struct CasePage {
    let item: ReportItem

    private var report: Report { item.report }
    private var visit: Visit { item.visit }

    var values: PageScope {
        let path = visit.tongue.path("/reports/\(report.number)")
        let place = report.placement.coordinate
        let title = visit.messages.text(
            "case.title",
            ["category": categoryName, "number": report.number.description]
        )
        var scope: PageScope = [
            "title": .text(title),
            "summary": .text(
                visit.messages.text("case.description", ["category": categoryName, "district": districtName])
            ),
            "wordsWithheld": .flag(!item.view.showsText),
            "kindName": .text(visit.words("filters.kinds.\(report.kind.rawValue)")),
            "updated": .text(report.updated.description),
            "updatedWhen": .text(visit.dates.moment(report.updated)),
            "closed": .text(report.closed?.description ?? ""),
            "closedDay": .text(report.closed.map { visit.dates.day($0) } ?? ""),
            "reason": .text(reason),
            "address": .text(item.view.showsText ? report.words.publicAddress ?? "" : ""),
            "districtHref": .text(visit.tongue.path("/?district=\(report.placement.district)")),
            "why": .text(report.placement.grounds?.why[visit.language] ?? ""),
            "needsReview": .flag(report.placement.grounds?.needsReview ?? false),
            "isOpenCase": .flag(report.status.isOpen),
            "isWaiting": .flag(report.due.waitingSince != nil),
            "canSupport": .flag(report.status.isOpen),
            "canFollow": .flag(report.status.isOpen),
            "mapHref": .text(visit.tongue.path("/#17/\(place.latitudeText)/\(place.longitudeText)")),
            "feed": .text(path + "/feed.atom"),
            "shareUrl": .text(visit.origin + path),
            "supportAction": .text(path + "/support"),
            "followAction": .text(path + "/follow"),
            "photos": .list(photos),
        ]
        scope.merge(deadlines)
        if let leader = report.group.leader {
            scope["leader"] = .scope([
                "number": .text(leader.description),
                "href": .text(visit.tongue.path("/reports/\(leader)")),
            ])
        }
        return scope
    }

    private var categoryName: String {
        visit.city.catalogue[report.category]?.name[visit.language] ?? report.category
    }

    private var districtName: String { item.districtName ?? report.placement.district }

    private var reason: String {
        report.reason.flatMap { ClosingReason(rawValue: $0) }?.name[visit.language] ?? ""
    }

    private var deadlines: PageScope {
        var scope: PageScope = [
            "deadline": "", "deadlineState": "", "firstAction": "", "firstActionState": "",
        ]
        // While its sender is asked, nobody is late.
        let now = report.due.waitingSince ?? visit.now
        if let closure = report.due.closure {
            scope.set("deadline", visit.dates.lastDay(before: closure))
            let state = DeadlineState(closure, done: report.closed, at: now)
            scope.set("deadlineState", state.rawValue)
            for known in DeadlineState.allCases {
                scope["deadline_\(known.rawValue)"] = .flag(known == state)
            }
        }
        if let firstAction = report.due.firstAction {
            scope.set("firstAction", visit.dates.lastDay(before: firstAction))
            let done = report.due.firstActed ?? report.closed
            let state = DeadlineState(firstAction, done: done, at: now)
            scope.set("firstActionState", state.rawValue)
            for known in DeadlineState.allCases {
                scope["firstAction_\(known.rawValue)"] = .flag(known == state)
            }
        }
        return scope
    }

    private var photos: [PageScope] {
        guard item.view.showsText else { return [] }
        return report.photos.enumerated().map { index, photo in
            [
                "href": .text(photo.address(PhotoVariantName(.large, .jpeg))),
                "medium": .text(photo.address(PhotoVariantName(.medium, .webp))),
                "small": .text(photo.address(PhotoVariantName(.small, .jpeg))),
                "smallWebp": .text(photo.address(PhotoVariantName(.small, .webp))),
                "width": .text(String(photo.width)),
                "height": .text(String(photo.height)),
                "index": .count(index + 1),
            ]
        }
    }
}
