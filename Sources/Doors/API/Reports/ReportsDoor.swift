package import HTTP
package import Intake
package import Ledger
package import Territory

/// Reports for the mobile app, partners, units and the portal: `/api/v1/reports`.
package struct ReportsDoor: Sendable {
    package let intake: Intake
    let ledger: Ledger
    let city: CurrentCity
    let access: Access
    package let secrets: ReportSecrets
    let residents: Residents
    package var senders: SenderDigests { residents.senders }

    /// Joins what answers requests about reports.
    package init(
        intake: Intake,
        photos: PhotoIntake,
        ledger: Ledger,
        city: CurrentCity,
        access: Access,
        secrets: ReportSecrets,
        senders: SenderDigests
    ) {
        self.intake = intake
        self.ledger = ledger
        self.city = city
        self.access = access
        self.secrets = secrets
        residents = Residents(ledger: ledger, photos: photos, senders: senders)
    }

    /// Adds the door's addresses.
    package func open(on router: inout Router) {
        router.group("/api/v1/reports", cors: .publicReads, check: access.check) { group in
            openTaking(&group)
            openListing(&group)
            openReading(&group)
            openTakingPart(&group)
            openPhotos(&group)
            openHandling(&group)
            openGrouping(&group)
        }
    }
}
