import Formats
import HTTP
import Intake
import Ledger
import Pages
import Photos
import Reports
import Territory

/// The form of a report, which works without a script: `/report`.
extension PortalDoor {
    func openReporting(_ group: inout RouteGroup, _ tongue: Tongue) {
        page(&group, "/report", in: tongue) { visit in
            let form = ReportForm(visit.request.query)
            return try site.page(
                "report",
                values(of: form, for: visit, asking: !form.category.isEmpty),
                to: visit
            )
        }
        let limit = PhotoUploads.bodyLimit(files: ReportPhoto.mostPerReport)
        self.form(&group, "/report", in: tongue, formLimit: limit) { try await take($0) }
    }

    private func take(_ visit: Visit) async throws -> Response {
        let sent: PortalForm
        do {
            sent = try PortalForm(visit.request)
        } catch let refused as any ProblemConvertible
            where refused is PhotoRefused || refused is PhotoAttachmentRefused
        {
            // The files are too many or too large: without them nothing of the form can be read any more.
            throw refused.problem
        }
        var form = ReportForm(sent.fields)
        var problems = FormProblems()
        if let photos = sent.photos { form = try await keep(photos, in: form, of: sent.fields, &problems) }
        if form.hasUnfitPoint { problems.add("location", .unfitPoint) }
        if form.category.isEmpty { problems.add("category", .noCategory) }
        if form.wantsQuestions { return try show(form, asking: true, to: visit) }
        guard problems.isEmpty else { return try show(form, problems, to: visit) }
        let caller = try await access.caller(of: visit.request)
        do {
            let name = try? IdempotencyKey(form.request, of: .anonymous)
            let receipt = try await intake.take(
                form.submission(by: caller, residents.senders),
                named: name?.hash
            )
            return try site.reply("sent", sentValues(of: receipt, for: visit), to: visit, status: .created)
        } catch let refused as SubmissionRefused {
            problems.add(refused)
            return try show(form, problems, to: visit)
        } catch let noCase as NoCase {
            return try show(form, refusal: noCase, to: visit)
        }
    }

    /// Stores the photos, so that they need not be chosen again when something else has to be mended.
    private func keep(
        _ uploads: PhotoUploads,
        in form: ReportForm,
        of fields: Query,
        _ problems: inout FormProblems
    ) async throws -> ReportForm {
        do {
            let kept = try await residents.store(uploads).map {
                Query.Item(name: "photo_id", value: $0.description)
            }
            let items =
                fields.items.filter { $0.name != "request" } + [.init(name: "request", value: form.request)]
            return ReportForm(Query(items + kept))
        } catch let refused as PhotoRefused {
            let problem = refused.problem
            problems.add("photos", problem.detail ?? problem.title)
            return form
        }
    }

    private func show(
        _ form: ReportForm,
        _ problems: FormProblems = FormProblems(),
        refusal: NoCase? = nil,
        asking: Bool = false,
        to visit: Visit
    ) throws -> Response {
        var values = values(of: form, problems, for: visit, asking: asking || !form.answers.isEmpty)
        switch refusal?.outcome {
        case .emergency(let number, let advice):
            values["danger"] = .scope(["number": .text(number), "advice": .text(advice[visit.language])])
        case .external(let unit, let advice):
            values["elsewhere"] = .scope([
                "unit": .text(unit.name[visit.language]), "advice": .text(advice[visit.language]),
            ])
        case .outOfScope(let advice):
            values["elsewhere"] = .scope(["unit": "", "advice": .text(advice[visit.language])])
        case .unit, nil:
            break
        }
        let isRefused = !problems.isEmpty || refusal != nil
        return try site.reply("report", values, to: visit, status: isRefused ? .unprocessableContent : .ok)
    }

    /// What the form shows; `asking` adds the questions of its category.
    private func values(
        of form: ReportForm,
        _ problems: FormProblems = FormProblems(),
        for visit: Visit,
        asking: Bool
    ) -> PageScope {
        let query = PortalQuery(
            Query(form.category.isEmpty ? [] : [.init(name: "category", value: form.category)]),
            in: visit.city,
            at: visit.now
        )
        var values = form.values
        values.merge(problems.values(in: visit.language))
        values["categoryGroups"] = FilterChoices(query: query, visit: visit).categoryGroups {
            ($0.kind == .idea) == form.isIdea
        }
        let category = visit.city.catalogue[form.category]
        let questions = category.flatMap { asking ? $0 : nil }.map {
            QuestionChoices(category: $0, answers: form.answers, problems: problems, language: visit.language)
                .values
        }
        values["questions"] = .list(questions ?? [])
        values["asksQuestions"] = .flag(questions?.isEmpty == false)
        values.set("failed", "")
        if form.isIdea {
            values.set("title", visit.words("report.idea_title"))
        }
        return values
    }

    /// What the sender of a report is told.
    private func sentValues(of receipt: Receipt, for visit: Visit) -> PageScope {
        let (city, language) = (visit.city, visit.language)
        let href = visit.tongue.path("/reports/\(receipt.number)")
        let secret = secrets.secret(of: receipt.id)
        let day = city.timeZone.local(receipt.created).date
        let district = city.territory.areas.district(receipt.placement.district, on: day)
        var values: PageScope = [
            "number": .text(receipt.number.description),
            "href": .text(href),
            "secret": .text(secret),
            "secretLink": .text("\(visit.origin)\(href)#secret=\(secret)"),
            "category": .text(city.catalogue[receipt.category]?.name[language] ?? receipt.category),
            "icon": .text(city.catalogue[receipt.category]?.icon ?? "pin"),
            "district": .text(district?.name ?? receipt.placement.district),
            "districtCode": .text(receipt.placement.district),
            "unit": .text(city.units[receipt.placement.unit]?.name[language] ?? receipt.placement.unit),
            "why": .text(receipt.placement.why[language]),
            "deadline": .text(receipt.closureDue.map { visit.dates.lastDay(before: $0) } ?? ""),
            "photosCount": .count(receipt.photos.count),
            "isIdea": .flag(receipt.kind == .idea),
            "isSuggested": .flag(receipt.link?.standing == .suggested),
            "isJoined": .flag(receipt.link?.standing == .confirmed),
            "linkedNumber": .text(receipt.link?.number.description ?? ""),
            "linkedHref": .text(receipt.link.map { visit.tongue.path("/reports/\($0.number)") } ?? ""),
        ]
        values.set("another", visit.tongue.path("/report"))
        return values
    }
}

extension ReportForm {
    /// What is handed to Intake.
    fileprivate func submission(by caller: Caller, _ senders: SenderDigests) -> Submission {
        let contact = contact
        let reached = contact.map { "\($0.email ?? "") \($0.phone ?? "")" } ?? ""
        return Submission(
            category: category,
            description: description,
            coordinate: coordinate,
            address: address.isEmpty ? nil : address,
            answers: answers,
            contact: contact,
            photos: photos,
            sameAs: ReportNumber(parsing: sameAs),
            sender: senders.digest(of: "\(caller.name(sender: nil)) \(reached)"),
            actor: Actor(.reporter, through: .portal),
            isNoEmergency: isNoEmergency
        )
    }
}
