package import PostgreSQL
package import Reports
package import Territory

/// The only writer: whatever is kept about reports and the city is written here, with its history.
package struct Ledger: Sendable {
    let database: Database
    let lookups: ReportLookups
    let numberPrefix: String
    let timeZone: String
    /// Called with every change that this instance has committed, before the writer answers.
    let published: @Sendable ([ReportMark]) -> Void
    let gathering: ReportGathering
    /// What was compared last.
    let words: KnownWords

    /// A ledger on a migrated database; `published` must not block.
    package init(
        _ database: Database,
        of city: CityProfile,
        published: @escaping @Sendable ([ReportMark]) -> Void
    ) {
        self.database = database
        lookups = ReportLookups(database)
        numberPrefix = city.numberPrefix
        timeZone = city.timeZone
        self.published = published
        let words = KnownWords()
        self.words = words
        let recording = GroupRecording(
            database: database,
            numberPrefix: city.numberPrefix,
            timeZone: city.timeZone,
            words: words
        )
        gathering = ReportGathering { drafts in
            let recorded = await recording.record(drafts)
            published(recorded.compactMap { try? $0.get()?.taken.map { ReportMark($0) } })
            return recorded
        }
    }
}
