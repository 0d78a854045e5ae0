import Duplicates
import Formats
import HTTP
import Intake
import Ledger
import LiveMap
import Pages
import Reports
import Territory

/// A case at `/dispatch/reports/{number}`: everything about it, and what may be done.
extension DispatchDoor {
    func openCase(_ group: inout RouteGroup) {
        page(&group, "/reports/{number}", requiring: .seeCase) { visit in
            try await show(try await desk(visit))
        }
    }

    /// The case that a path names.
    ///
    /// - Throws: `no-such-report` where nobody has the number, or the account may not know of it.
    func desk(_ visit: StaffVisit) async throws -> DeskCase {
        guard let number = ReportNumber(parsing: try visit.request.parameters.text("number")),
            let report = try await ledger.report(number)
        else { throw Problem.noSuchReport }
        return try DeskCase(report, for: visit)
    }

    /// The page of a case, with what has just happened.
    func show(
        _ desk: DeskCase,
        with more: PageScope = [:],
        problem: String = "",
        status: Status = .ok
    ) async throws -> Response {
        let visit = desk.visit
        let names = StaffNames(try await accounts.list())
        let history = try await ledger.history(of: desk.report.number, for: desk.historyReader)
        let hasContact = desk.may(.seeContact) ? try await ledger.hasContact(desk.report.id) : false
        let photos = try await covering.photos(of: desk.report.id)
        var values = CaseScope(desk: desk, names: names, hasContact: hasContact, photos: photos).values
        let told = DeskHistory(desk: desk, names: names)
        values["history"] = .list(history.reversed().map { told.values(of: $0) })
        values.merge(try await group(of: desk))
        values.merge(try await answering(desk))
        values.set("problem", problem)
        let done = visit.request.query.first("done").flatMap { ReportIdentifier(parsing: $0) }
        values.set("done", done?.description)
        values.merge(more)
        return try site.reply("casedesk", values, to: visit, status: status)
    }

    /// What it belongs together with, and what may be about the same matter.
    private func group(of desk: DeskCase) async throws -> PageScope {
        let (report, visit) = (desk.report, desk.visit)
        var scope: PageScope = [
            "leader": "", "suggestion": "", "members": .list([]), "hasMembers": .flag(false),
            "twins": .list([]), "hasTwins": .flag(false),
        ]
        if let leader = report.group.leader { scope.set("leader", leader.description) }
        if let suggestion = report.group.suggestion { scope.set("suggestion", suggestion.number.description) }
        if report.group.members > 0 {
            let group = try await ledger.group(
                of: report.number,
                after: nil,
                limit: 50,
                for: .staff(unit: nil)
            )
            scope["hasMembers"] = .flag(!group.members.isEmpty)
            scope["members"] = .list(
                group.members.map { member in
                    [
                        "number": .text(member.number.description),
                        "statusName": .text(visit.words("shared.statuses.\(member.status.rawValue)")),
                    ]
                }
            )
        }
        guard desk.may(.link), report.status.isOpen, report.group.leader == nil else { return scope }
        let twins = try await twins(of: desk)
        scope["hasTwins"] = .flag(!twins.isEmpty)
        scope["twins"] = .list(twins)
        return scope
    }

    /// Reports within a kilometre that may be about the same matter, the likeliest first.
    private func twins(of desk: DeskCase) async throws -> [PageScope] {
        let (report, visit) = (desk.report, desk.visit)
        let question = TwinQuestion(
            category: report.category,
            words: report.words,
            answers: report.answers,
            coordinate: report.placement.coordinate,
            precision: report.precision,
            photos: report.photos.map(\.id),
            radius: NearQuestion.mostMetres,
            viewer: visit.staff.unit.map { .unit($0) } ?? .centre,
            besides: report.number,
            limit: 8
        )
        return try await finder.twins(of: question).map { twin in
            let other = twin.report
            return [
                "number": .text(other.number.description),
                "category": .text(
                    visit.city.catalogue[other.category]?.name[visit.language] ?? other.category
                ),
                "description": .text(String(other.words.publicDescription.prefix(160))),
                "metres": .count(Int(twin.likeness.metres.rounded())),
                "percent": .count(Int((twin.likeness.value * 100).rounded())),
                "statusName": .text(visit.words("shared.statuses.\(other.status.rawValue)")),
                "createdDay": .text(visit.dates.shortDay(other.created)),
            ]
        }
    }
}
