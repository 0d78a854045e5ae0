/// What is left to do, found by comparing the files with what the database remembers.
package struct MigrationPlan: Sendable, Equatable {
    /// Names of what was applied, oldest first.
    package let applied: [String]
    /// Names of what is still to be applied, in order.
    package var pending: [String] { waiting.map(\.name) }

    let waiting: [Migration]

    /// Compares; the checksums are those of `files`, one for each.
    init(
        files: [Migration],
        checksums: [String],
        applied: [AppliedMigration]
    ) throws(MigrationError) {
        var known: [Int32: (migration: Migration, checksum: String)] = [:]
        for (file, checksum) in zip(files, checksums) { known[file.number] = (file, checksum) }
        let newestFile = files.last?.number ?? 0
        for old in applied {
            guard let (file, checksum) = known[old.number] else {
                throw old.number > newestFile ? .databaseIsNewer(old.name) : .missing(old.name)
            }
            guard file.name == old.name else { throw .missing(old.name) }
            guard checksum == old.checksum else { throw .changed(old.name) }
        }
        let done = Set(applied.map(\.number))
        let newestDone = done.max() ?? 0
        waiting = files.filter { !done.contains($0.number) }
        if let late = waiting.first, late.number < newestDone { throw .outOfOrder(late.name) }
        self.applied = applied.map(\.name)
    }
}
