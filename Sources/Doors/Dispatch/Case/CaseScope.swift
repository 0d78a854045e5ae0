import Formats
import Geography
import Ledger
import Pages
import Reports
import Territory

/// What the page of a case shows, but for its history and what lies near.
struct CaseScope {
    let desk: DeskCase
    let names: StaffNames
    let hasContact: Bool
    let photos: [HandledPhoto]

    private var report: Report { desk.report }
    private var visit: StaffVisit { desk.visit }

    var values: PageScope {
        let category = visit.city.catalogue[report.category]
        let place = report.placement
        let day = visit.city.timeZone.local(report.created).date
        var scope: PageScope = [
            "title": .text("\(report.number), \(category?.name[visit.language] ?? report.category)"),
            "number": .text(report.number.description),
            "version": .text(String(report.version)),
            "path": .text(desk.path),
            "category": .text(category?.name[visit.language] ?? report.category),
            "icon": .text(category?.icon ?? "pin"),
            "kindName": .text(visit.words("casedesk.kind.\(report.kind.rawValue)")),
            "state": .text(report.status.state),
            "statusName": .text(visit.words("shared.statuses.\(report.status.rawValue)")),
            "reason": .text(
                report.reason.flatMap { ClosingReason(rawValue: $0) }?.name[visit.language] ?? ""
            ),
            "channel": .text(visit.words("queue.channel.\(report.channel.rawValue)")),
            "created": .text(report.created.description),
            "createdWhen": .text(visit.dates.moment(report.created)),
            "updatedWhen": .text(visit.dates.moment(report.updated)),
            "closedWhen": .text(report.closed.map { visit.dates.moment($0) } ?? ""),
            "district": .text(place.district),
            "districtName": .text(
                visit.city.territory.areas.district(place.district, on: day)?.name ?? place.district
            ),
            "unit": .text(place.unit),
            "unitName": .text(visit.city.units[place.unit]?.name[visit.language] ?? place.unit),
            "holder": .text(report.assignee.map { names.name(of: $0) } ?? ""),
            "supporters": .count(report.allSupporters),
            "isUrgent": .flag(report.isUrgent && report.status.isOpen),
            "isHidden": .flag(report.isHidden),
            "isPublic": .flag(ReportView(public: report, in: visit.city) != nil),
            "publicHref": .text("/reports/\(report.number)"),
            "lon": .text(place.coordinate.longitudeText),
            "lat": .text(place.coordinate.latitudeText),
            "bounds": .text(visit.city.territory.areas.bounds?.text ?? ""),
            "mediaLink": .text(report.mediaLink ?? ""),
            "hasContact": .flag(hasContact),
            "contact": .flag(false),
        ]
        scope.merge(words)
        scope.merge(placement)
        scope.merge(deadlines)
        scope["photos"] = .list(photos.map { CoverScope(desk: desk, photo: $0).values })
        scope["answers"] = .list(answers)
        scope["askedUnits"] = .list(report.askedUnits.map { unit(code: $0) })
        scope.merge(rights)
        return scope
    }

    private func unit(code: String) -> PageScope {
        [
            "code": .text(code), "name": .text(visit.city.units[code]?.name[visit.language] ?? code),
            "mayAnswer": .flag(desk.mayAnswer(for: code)),
        ]
    }

    /// The words that everybody reads, and the original where the account may see it and it differs.
    private var words: PageScope {
        let words = report.words
        let differs =
            words.description != words.publicDescription || words.address != words.publicAddress
        let original = differs && desk.may(.seeOriginal)
        return [
            "description": .text(words.publicDescription),
            "address": .text(words.publicAddress ?? ""),
            "hasOriginal": .flag(original),
            "original": .text(original ? words.description : ""),
            "originalAddress": .text(original ? words.address ?? "" : ""),
        ]
    }

    private var placement: PageScope {
        let grounds = report.placement.grounds
        return [
            "why": .text(grounds?.why[visit.language] ?? ""),
            "rule": .text(grounds?.rule ?? ""),
            "cityVersion": .text(grounds.map { String($0.cityVersion) } ?? ""),
            "needsReview": .flag(grounds?.needsReview ?? false),
        ]
    }

    private var deadlines: PageScope {
        let now = report.due.waitingSince ?? visit.now
        var scope: PageScope = ["isWaiting": .flag(report.due.waitingSince != nil)]
        let dues = [
            ("firstAction", report.due.firstAction, report.due.firstActed ?? report.closed),
            ("closure", report.due.closure, report.closed),
        ]
        for (name, due, done) in dues {
            scope.set(name, due.map { visit.dates.lastDay(before: $0) })
            let state = due.map { DeadlineState($0, done: done, at: now) }
            scope.set("\(name)State", state.map { visit.words("casedesk.deadline.\($0.rawValue)") })
            scope["\(name)Late"] = .flag(state == .late || state == .missed)
        }
        return scope
    }

    /// What was answered, which may be in the sender's own words, too.
    private var answers: [PageScope] {
        let questions = visit.city.catalogue[report.category]?.questions ?? []
        return report.answers.sorted { $0.key < $1.key }.map { code, values in
            let question = questions.first { $0.code == code }
            let answer = values.joined(separator: ", ")
            return [
                "question": .text(question?.wording[visit.language] ?? code),
                "answer": .text(desk.may(.seeOriginal) ? answer : Masking.masked(answer)),
            ]
        }
    }

    /// What the account may do, and with what.
    private var rights: PageScope {
        let steps = desk.steps.filter { $0.to.clock != .stopped }
        return [
            "maySeeContact": .flag(desk.may(.seeContact)),
            "mayNote": .flag(desk.may(.note)),
            "mayAnswer": .flag(desk.may(.answer)),
            "mayStep": .flag(!steps.isEmpty),
            "mayAskReporter": .flag(desk.may(.askReporter) && desk.steps.contains { $0.to == .waiting }),
            "mayAssign": .flag(desk.may(.assign)),
            "mayAskUnit": .flag(desk.may(.askUnit)),
            "mayHide": .flag(desk.may(.hide)),
            "mayMove": .flag(desk.may(.movePin)),
            "mayRedact": .flag(desk.may(.redact)),
            "mayLink": .flag(desk.may(.link)),
            "steps": .list(
                steps.map { step in
                    [
                        "code": .text(step.to.rawValue),
                        "name": .text(visit.words("shared.statuses.\(step.to.rawValue)")),
                        "takesReason": .flag(step.demand != .none),
                    ]
                }
            ),
            "reasons": .list(
                ClosingReason.all(for: report.kind).map { reason in
                    ["code": .text(reason.rawValue), "name": .text(reason.name[visit.language])]
                }
            ),
            "people": .list(
                names.holders(of: visit.staff.unit ?? report.placement.unit).map { account in
                    [
                        "id": .text(String(account.id)), "name": .text(account.name),
                        "selected": .flag(account.id == report.assignee),
                    ]
                }
            ),
            "otherUnits": .list(
                visit.city.units.units.filter { $0.code != report.placement.unit }.map { unit(code: $0.code) }
            ),
        ]
    }
}
