import Formats
import Geography
import Ledger
import Reports
import Territory

extension Intake {
    /// Checks a submission and finds out where it lies and who is in charge.
    func place(
        _ submission: Submission,
        in city: City,
        as sender: SenderKind,
        now: Timestamp
    ) async throws -> PlacedCase {
        let created = submission.imported?.created ?? submission.received ?? now
        let category = city.catalogue[submission.category]
        let check = SubmissionCheck(submission: submission, category: category, sender: sender, now: now)
        var problems = check.problems
        var coordinate = submission.coordinate
        var precision = submission.precision
        if coordinate == nil, problems.isEmpty {
            guard let address = submission.address else {
                throw SubmissionRefused(problems: [.placeMissing])
            }
            switch try await addresses.place(of: address) {
            case .place(let found, let metres): (coordinate, precision) = (found, metres)
            case .candidates(let known): problems.append(.unknownAddress(similar: known))
            }
        }
        if let coordinate, try city.site(of: coordinate, at: created) == nil {
            problems.append(city.looksSwapped(coordinate, at: created) ? .swappedAxes : .outsideCity)
        }
        guard problems.isEmpty, let category, let coordinate else {
            throw SubmissionRefused(problems: problems.isEmpty ? [.placeMissing] : problems)
        }
        let matter = Matter(
            coordinate: coordinate,
            category: category,
            moment: created,
            answers: submission.answers
        )
        guard let ruling = try city.ruling(on: matter) else {
            throw SubmissionRefused(problems: [.outsideCity])
        }
        let advice = advice(on: submission, by: ruling, in: city)
        if let advice, sender == .askable { throw advice }
        return PlacedCase(
            category: category,
            placement: ruling.placement(unit: ruling.unit(advice, in: city)),
            precision: precision,
            created: created,
            due: city.due(of: category.code, from: created),
            imported: submission.imported?.status,
            advice: advice
        )
    }

    /// Whom the sender has to call or ask; nil where a unit of the city takes the case.
    ///
    /// What another system brings over is a case already, whoever would be asked.
    private func advice(on submission: Submission, by ruling: Ruling, in city: City) -> NoCase? {
        guard submission.imported == nil else { return nil }
        if !submission.isNoEmergency, let finding = city.danger.finding(in: submission.description) {
            return NoCase(danger: finding)
        }
        switch ruling.decision.outcome {
        case .unit: return nil
        case .emergency where submission.isNoEmergency: return nil
        case .emergency, .external, .outOfScope:
            return NoCase(outcome: ruling.decision.outcome, why: ruling.decision.why)
        }
    }
}

extension Ruling {
    /// The unit in charge: the centre's queue where it is none of the city's, or must be looked at at once.
    fileprivate func unit(_ advice: NoCase?, in city: City) -> Unit {
        guard advice == nil, case .unit(let unit, _) = decision.outcome else { return city.units.queue }
        return unit
    }
}
