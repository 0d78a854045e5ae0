import Formats
import HTTP
import Intake
import Ledger
import Pages
import Reports
import Territory

/// One screen for a call: `/dispatch/call`.
extension DispatchDoor {
    func openCall(_ group: inout RouteGroup) {
        page(&group, "/call", requiring: .takeCall) { visit in
            try await show(CallForm(visit.request.query, in: visit.city, visit.language), to: visit)
        }
        form(&group, "/call", requiring: .takeCall) { visit, fields in
            let form = CallForm(fields, in: visit.city, visit.language)
            if form.isWithoutReport {
                try await calls.record(CallLog.Call(form.outcome, seconds: form.seconds), by: visit.staff.id)
                return try done("call", at: "/dispatch/call")
            }
            return try await take(form, visit)
        }
    }

    private func take(_ form: CallForm, _ visit: StaffVisit) async throws -> Response {
        var problems = FormProblems()
        if form.report.category.isEmpty { problems.add("category", .noCategory) }
        if form.report.hasUnfitPoint { problems.add("location", .unfitPoint) }
        guard problems.isEmpty else { return try await show(form, problems, to: visit) }
        do {
            let name = try? IdempotencyKey(form.report.request, of: .anonymous)
            let receipt = try await intake.take(
                form.submission(by: try actor(of: visit)),
                named: name?.hash
            )
            let call = CallLog.Call(form.outcome, seconds: form.seconds, report: receipt.id)
            try await calls.record(call, by: visit.staff.id)
            return try site.reply("called", called(receipt, visit), to: visit, status: .created)
        } catch let refused as SubmissionRefused {
            problems.add(refused)
            return try await show(form, problems, to: visit)
        } catch let noCase as NoCase {
            return try await show(form, refusal: noCase, to: visit)
        }
    }

    private func show(
        _ form: CallForm,
        _ problems: FormProblems = FormProblems(),
        refusal: NoCase? = nil,
        to visit: StaffVisit
    ) async throws -> Response {
        var values = form.report.values
        values.merge(problems.values(in: visit.language))
        values.set("seconds", form.seconds.map(String.init))
        values.set("answersText", form.answersText)
        values.set("firstName", form.firstName)
        values.set("lastName", form.lastName)
        values.set(
            "categoryName",
            visit.city.catalogue[form.report.category]?.name[visit.language] ?? ""
        )
        values["categories"] = .list(
            visit.city.catalogue.categories.map { category in
                ["code": .text(category.code), "name": .text(category.name[visit.language])]
            }
        )
        values["outcomes"] = .list(
            CallOutcome.allCases.map { outcome in
                [
                    "code": .text(outcome.rawValue), "name": .text(outcome.name[visit.language]),
                    "selected": .flag(outcome == form.outcome),
                ]
            }
        )
        values.set("bounds", visit.city.territory.areas.bounds?.text)
        values.set("notice", notice(on: "call", to: visit))
        let today = visit.city.timeZone.start(of: visit.city.timeZone.local(visit.now).date)
        let counts = try await calls.counts(of: visit.staff.id, since: today)
        values["today"] = .count(counts.values.reduce(0, +))
        values["outcomesToday"] = .list(
            CallOutcome.allCases.compactMap { outcome in
                counts[outcome].map {
                    ["name": .text(outcome.name[visit.language]), "count": .text(String($0))]
                }
            }
        )
        advise(refusal, &values, visit)
        let isRefused = !problems.isEmpty || refusal != nil
        return try site.reply("call", values, to: visit, status: isRefused ? .unprocessableContent : .ok)
    }

    /// Whom the caller has to call or ask.
    private func advise(_ refusal: NoCase?, _ values: inout PageScope, _ visit: StaffVisit) {
        switch refusal?.outcome {
        case .emergency(let number, let advice):
            values["danger"] = .scope(["number": .text(number), "advice": .text(advice[visit.language])])
        case .external(let unit, let advice):
            values["elsewhere"] = .scope([
                "unit": .text(unit.name[visit.language]), "advice": .text(advice[visit.language]),
            ])
        case .outOfScope(let advice):
            values["elsewhere"] = .scope(["unit": "", "advice": .text(advice[visit.language])])
        case .unit, nil: break
        }
    }

    /// What is read out to the caller.
    private func called(_ receipt: Receipt, _ visit: StaffVisit) -> PageScope {
        let unit = visit.city.units[receipt.placement.unit]
        return [
            "number": .text(receipt.number.description),
            "spoken": .text(receipt.number.spoken),
            "unit": .text(unit?.name[visit.language] ?? receipt.placement.unit),
            "why": .text(receipt.placement.why[visit.language]),
            "deadline": .text(receipt.closureDue.map { visit.dates.lastDay(before: $0) } ?? ""),
            "linked": .text(
                receipt.link.map { $0.standing == .confirmed ? $0.number.description : "" } ?? ""
            ),
            "suggested": .text(
                receipt.link.map { $0.standing == .suggested ? $0.number.description : "" } ?? ""
            ),
        ]
    }
}

extension ReportNumber {
    /// As one reads it out: `KCK 2026 000 123`.
    fileprivate var spoken: String {
        let digits = String(description.split(separator: "-").last ?? "")
        let head = digits.count % 3
        var groups: [Substring] = head > 0 ? [digits.prefix(head)] : []
        var rest = digits.dropFirst(head)
        while !rest.isEmpty {
            groups.append(rest.prefix(3))
            rest = rest.dropFirst(3)
        }
        return "\(prefix) \(year) \(groups.joined(separator: " "))"
    }
}
