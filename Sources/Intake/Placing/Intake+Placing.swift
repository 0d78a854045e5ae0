import Formats
import Geography
import Reports
import Territory

/// A submission that was checked and has its place in the city.
struct PlacedCase {
    let category: Category
    let placement: Placement
    /// By how many metres the place may be off, if that is known.
    let precision: Double?
}

extension Intake {
    /// Checks a submission and finds out where it lies and who is in charge.
    func place(
        _ submission: Submission,
        in city: City,
        at created: Timestamp,
        now: Timestamp
    ) async throws -> PlacedCase {
        let category = city.catalogue[submission.category]
        var problems = SubmissionCheck(submission: submission, category: category, now: now).problems
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
        return PlacedCase(
            category: category,
            placement: try decide(submission, category: category, at: coordinate, created: created, in: city),
            precision: precision
        )
    }

    /// Who is in charge.
    ///
    /// What another system brings over is a case already, whoever would be asked: the centre's queue has it then.
    private func decide(
        _ submission: Submission,
        category: Category,
        at coordinate: Coordinate,
        created: Timestamp,
        in city: City
    ) throws -> Placement {
        let isImported = submission.imported != nil
        if !isImported, !submission.isNoEmergency,
            let finding = city.danger.finding(in: submission.description)
        {
            throw NoCase(danger: finding)
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
        switch ruling.decision.outcome {
        case .unit(let unit, _):
            return ruling.placement(unit: unit)
        case .emergency where isImported || submission.isNoEmergency:
            return ruling.placement(unit: city.units.queue)
        case .external, .outOfScope:
            guard isImported else { break }
            return ruling.placement(unit: city.units.queue)
        case .emergency:
            break
        }
        throw NoCase(outcome: ruling.decision.outcome, why: ruling.decision.why)
    }
}
