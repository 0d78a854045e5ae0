package import Formats
import PostgreSQL
package import Territory

extension CityStore {
    /// Fills an empty store; of several instances that start at once, one does it.
    ///
    /// - Returns: the version in force, whoever made it.
    @discardableResult
    package func load(_ documents: CityDocuments, note: String = "loaded from files") async throws -> Int {
        try await change(note: note) { standing in
            standing.version == 0 ? CityStore.texts(of: documents) : []
        }
    }

    /// Adds the documents of which the store has no edition, as an older Emapa knew fewer.
    ///
    /// - Returns: the version in force, the same as before where nothing was missing.
    @discardableResult
    package func add(
        missing documents: CityDocuments,
        note: String = "added from files"
    ) async throws -> Int {
        try await change(note: note) { standing in
            CityStore.texts(of: documents).filter { standing[$0.name].isEmpty }
        }
    }

    /// Puts a text in the place of a document's edition of the same day, or adds an edition.
    ///
    /// - Parameters:
    ///   - name: the document: `districts`, `zones/park`, `units`, …
    ///   - validFrom: the first day in force; nil for the first edition.
    ///   - content: the whole text.
    ///   - note: what was done, for people.
    ///   - version: the version that the text was checked against.
    /// - Returns: the new version; the present one if the text stood there already.
    /// - Throws: `CityMoved` if another version than the one that was checked stands.
    package func replace(
        _ name: String,
        validFrom: CivilDate?,
        content: [UInt8],
        note: String,
        basedOn version: Int? = nil
    ) async throws -> Int {
        let text = CityText(
            name: name,
            validFrom: validFrom,
            content: String(decoding: content, as: UTF8.self)
        )
        return try await change(note: note) { standing in
            if let version, version != standing.version {
                throw CityMoved(expected: version, found: standing.version)
            }
            return [text]
        }
    }

    /// Makes a new version of what `choose` gives, one writer at a time; none if it gives nothing new.
    private func change(
        note: String,
        _ choose: @escaping @Sendable (CityDocuments) throws -> [CityText]
    ) async throws -> Int {
        try await database.write { session in
            // Readers go on; the next writer waits here before it reads, so it sees what this one did.
            try session.execute("LOCK TABLE city_version IN SHARE ROW EXCLUSIVE MODE")
            let standing = try session.cityDocuments(version: try session.cityVersion())
            let texts = try choose(standing).filter { !$0.stands(in: standing) }
            guard !texts.isEmpty else { return standing.version }
            let version = try session.query(
                "INSERT INTO city_version (note) VALUES (\(note)) RETURNING version"
            ).one { try $0.decode(Int32.self, at: 0) }
            for text in texts { try session.put(text, version: version) }
            return Int(version)
        }
    }

    private static func texts(of documents: CityDocuments) -> [CityText] {
        documents.names.flatMap { name in
            documents[name].map { edition in
                CityText(
                    name: name,
                    validFrom: edition.validFrom,
                    content: String(decoding: edition.content, as: UTF8.self)
                )
            }
        }
    }
}

/// Somebody else changed the city between the check of a text and its writing; nothing was written.
package struct CityMoved: Error, Equatable, CustomStringConvertible {
    package let expected: Int
    package let found: Int

    package var description: String {
        "the city's data was changed meanwhile (version \(found) instead of \(expected)): nothing was written, try again"
    }
}

/// A text of a document on its way into the store.
private struct CityText: Sendable {
    let name: String
    let validFrom: CivilDate?
    let content: String

    func stands(in documents: CityDocuments) -> Bool {
        documents[name].contains { $0.validFrom == validFrom && $0.content.elementsEqual(content.utf8) }
    }
}

extension Session {
    fileprivate func put(_ text: CityText, version: Int32) throws {
        let day = text.validFrom.map { CalendarDay(daysSince1970: Int32(clamping: $0.daysSince1970)) }
        try execute(
            """
            UPDATE city_document SET superseded_in = \(version)
            WHERE name = \(text.name) AND valid_from = coalesce(\(day), '-infinity'::date)
                AND superseded_in IS NULL
            """
        )
        try execute(
            """
            INSERT INTO city_document (name, valid_from, content, version)
            VALUES (\(text.name), coalesce(\(day), '-infinity'::date), \(text.content), \(version))
            """
        )
    }
}
