import HTTP
import Intake
import Ledger
import Reports

/// What anybody can do for a report, whatever the door they come by.
struct Residents: Sendable {
    let ledger: Ledger
    let photos: PhotoIntake
    let senders: SenderDigests

    /// Adds the voice of somebody of a name; answers with the report that has it, which may be the leader of the group.
    ///
    /// `allow` throws where they may not know of the leader.
    func support(
        _ report: Report,
        as name: String,
        allow: (Report) throws -> Void
    ) async throws -> Report {
        do {
            return try await ledger.support(report.number, sender: senders.digest(of: name, with: report.id))
        } catch let led as LedByAnother {
            guard let leader = try await ledger.report(led.leader) else { throw Problem.noSuchReport }
            try allow(leader)
            return try await ledger.support(leader.number, sender: senders.digest(of: name, with: leader.id))
        }
    }

    /// Keeps where somebody is told how a report ends.
    func follow(_ report: Report, at address: FollowerAddress) async throws {
        try await ledger.follow(
            report.number,
            sender: senders.digest(of: address.name, with: report.id),
            email: address.email,
            phone: address.phone
        )
    }

    /// Develops and stores uploads, one after the other: each takes as much memory as its picture is large.
    func store(_ uploads: PhotoUploads) async throws -> [PhotoIdentifier] {
        var taken: [PhotoIdentifier] = []
        for file in uploads.files {
            let photo = try await photos.take(file).photo.id
            if !taken.contains(photo) { taken.append(photo) }
        }
        return taken
    }
}
