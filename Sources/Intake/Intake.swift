import Duplicates
package import Formats
package import Ledger
package import Reports
package import Territory

/// The way of a report from a door to the ledger: check, place, compare, record.
package struct Intake: Sendable {
    let city: CurrentCity
    let ledger: Ledger
    let addresses: AddressPlacing
    let comparers: DailyView<Comparer>

    /// - Parameters:
    ///   - city: whose rules place reports.
    ///   - ledger: what keeps them.
    ///   - addresses: finds places that were given in words.
    package init(
        city: CurrentCity,
        ledger: Ledger,
        addresses: AddressPlacing
    ) {
        self.city = city
        self.ledger = ledger
        self.addresses = addresses
        comparers = DailyView(of: city) { city, _ in Comparer(city) }
    }

    /// Takes a submission in; when this returns, the report is kept and on the map of this instance.
    ///
    /// With a name, the same submission gives the same receipt for seven days, however often it is sent. Refusals are
    /// not remembered; and what was taken once stays taken, even if the city's rules would refuse it by now.
    ///
    /// - Throws: `SubmissionRefused` when the submission has to be changed, `NoCase` when somebody else has to be
    ///   asked or called, `NameTaken`, `AlreadyImported`, and what the database throws.
    package func take(
        _ submission: Submission,
        named name: [UInt8]? = nil,
        at now: Timestamp = .now
    ) async throws -> Receipt {
        let request = named(submission, name)
        do {
            let placed = try await place(submission, in: city.value, as: .askable, now: now)
            return try await record(submission, placed, as: request)
        } catch let refusal where refusal is SubmissionRefused || refusal is NoCase {
            if let request, let receipt = try await ledger.recall(request) { return receipt }
            throw refusal
        }
    }

    /// Keeps a submission whose sender cannot be asked or told to call first: whatever the rules say, it gets a number.
    ///
    /// What tells of a danger is for the contact centre, before all else; what is for somebody else is closed at once.
    ///
    /// - Throws: what `take` does, but never `NoCase`.
    package func keep(
        _ submission: Submission,
        named name: [UInt8]? = nil,
        at now: Timestamp = .now
    ) async throws -> KeptReport {
        let request = named(submission, name)
        do {
            let placed = try await place(submission, in: city.value, as: .unaskable, now: now)
            return KeptReport(
                receipt: try await record(submission, placed, as: request),
                advice: placed.advice
            )
        } catch let refusal as SubmissionRefused {
            if let request, let receipt = try await ledger.recall(request) {
                return KeptReport(receipt: receipt, advice: nil)
            }
            throw refusal
        }
    }

    private func named(_ submission: Submission, _ name: [UInt8]?) -> NamedRequest? {
        name.map { NamedRequest(name: $0, content: SubmissionDigest.bytes(of: submission)) }
    }

    private func record(
        _ submission: Submission,
        _ placed: PlacedCase,
        as request: NamedRequest?
    ) async throws -> Receipt {
        let mentioned = try await mentioned(in: submission)
        var new = newReport(submission, placed)
        new.sameAs = mentioned.same
        new.differentFrom = mentioned.different
        do {
            return try await ledger.record(new, as: request).receipt
        } catch is PhotoAttachmentRefused {
            throw SubmissionRefused(problems: [.unknownPhoto])
        }
    }

    /// The report that a submission becomes, but for what it says of other reports.
    func newReport(_ submission: Submission, _ placed: PlacedCase) -> NewReport {
        var new = NewReport(
            kind: placed.category.kind,
            category: placed.category.code,
            words: ReportWords(masking: submission.description, address: submission.address),
            channel: submission.channel,
            answers: submission.answers,
            contact: submission.contact,
            placement: placed.placement,
            precision: placed.precision,
            due: placed.due,
            created: placed.created,
            status: placed.status,
            origin: submission.imported.map { ExternalOrigin(source: $0.source, id: $0.externalID) },
            photos: submission.photos
        )
        new.mediaLink = submission.mediaLink
        new.isUrgent = placed.isUrgent
        new.actor = submission.actor
        new.comparison = comparison(of: new, answering: submission)
        new.sender = sender(of: submission)
        return new
    }
}
