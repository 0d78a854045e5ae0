package import Formats
package import PostgreSQL
package import Reports

/// A template as it is kept.
package struct KeptTemplate: Sendable, Equatable {
    package let id: Int
    package let template: AnswerTemplate
    /// Counts its changes.
    package let version: Int
    /// When it was written or changed.
    package let changed: Timestamp
}

/// Why a template was not kept as asked.
package enum TemplateRefused: Error, Sendable, Equatable {
    /// There are as many as there may be.
    case full
    /// Somebody has changed or removed it meanwhile.
    case stale
}

/// The templates of answers.
package struct TemplateStore: Sendable {
    /// The most that there may be.
    package static let most = 500

    private static let columns: SQL = "id, name, category, status, text_pl, text_en, version, changed_at"

    private let database: Database

    /// The templates of a migrated database.
    package init(_ database: Database) {
        self.database = database
    }

    /// All templates, by category, state and name.
    package func list() async throws -> [KeptTemplate] {
        try await read(
            "SELECT \(TemplateStore.columns) FROM answer_template ORDER BY category, status, name, id"
        )
    }

    /// Those that may answer a case of a category: its own before those for all.
    package func list(for category: String) async throws -> [KeptTemplate] {
        try await read(
            """
            SELECT \(TemplateStore.columns) FROM answer_template WHERE category = \(category) OR category IS NULL
            ORDER BY category, name, id
            """
        )
    }

    /// One template; nil if there is none.
    package func template(_ id: Int) async throws -> KeptTemplate? {
        try await read("SELECT \(TemplateStore.columns) FROM answer_template WHERE id = \(id)").first
    }

    /// Keeps a new template.
    ///
    /// - Throws: `TemplateRefused.full`, and what the database throws.
    package func add(_ new: AnswerTemplate, by actor: StaffActor, at now: Timestamp = .now) async throws {
        try await database.write { session in
            let added = try session.execute(
                """
                INSERT INTO answer_template (name, category, status, text_pl, text_en, changed_at, changed_by)
                SELECT \(new.name), \(new.category), \(new.status?.rawValue), \(new.text.pl), \(new.text.en), \(now),
                    \(actor.account)
                WHERE (SELECT count(*) FROM answer_template) < \(Int64(TemplateStore.most))
                """
            )
            guard added == 1 else { throw TemplateRefused.full }
            try session.record(event(.templateAdded, new.name, actor), at: now)
        }
    }

    /// Changes a template that its editor saw in a version.
    ///
    /// - Throws: `TemplateRefused.stale`, and what the database throws.
    package func change(
        _ id: Int,
        to new: AnswerTemplate,
        seen version: Int,
        by actor: StaffActor,
        at now: Timestamp = .now
    ) async throws {
        try await database.write { session in
            let changed = try session.execute(
                """
                UPDATE answer_template SET name = \(new.name), category = \(new.category),
                    status = \(new.status?.rawValue), text_pl = \(new.text.pl), text_en = \(new.text.en),
                    version = version + 1, changed_at = \(now), changed_by = \(actor.account)
                WHERE id = \(id) AND version = \(version)
                """
            )
            guard changed == 1 else { throw TemplateRefused.stale }
            try session.record(event(.templateChanged, new.name, actor), at: now)
        }
    }

    /// Removes a template; answers that were made of it stay as they are.
    package func remove(_ id: Int, by actor: StaffActor, at now: Timestamp = .now) async throws {
        try await database.write { session in
            let names = try session.query("DELETE FROM answer_template WHERE id = \(id) RETURNING name").map {
                try $0.decode(String.self, at: 0)
            }
            for name in names { try session.record(event(.templateRemoved, name, actor), at: now) }
        }
    }

    private func event(_ what: StaffEventKind, _ name: String, _ actor: StaffActor) -> NewStaffEvent {
        NewStaffEvent(what: what, actor: actor, details: [("template", name)])
    }

    private func read(_ statement: SQL) async throws -> [KeptTemplate] {
        try await database.read { session in try session.query(statement).map { try KeptTemplate(row: $0) } }
    }
}

extension KeptTemplate {
    fileprivate init(row: borrowing Row) throws {
        id = Int(try row.decode(Int32.self, at: 0))
        template = AnswerTemplate(
            name: try row.decode(at: 1),
            category: try row.decode(at: 2),
            status: try row.decode(String?.self, at: 3).flatMap { ReportStatus(rawValue: $0) },
            text: LocalizedText(pl: try row.decode(at: 4), en: try row.decode(at: 5))
        )
        version = Int(try row.decode(Int32.self, at: 6))
        changed = try row.decode(at: 7)
    }
}
