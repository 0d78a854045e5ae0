import Formats
import Ledger
import PostgreSQL
import Reports
import Territory
import TestSupport
import Testing

struct CityStoreTests {
    private func city(_ texts: [String: String]) -> CityDocuments {
        var documents = CityDocuments(version: 0)
        for (name, text) in texts { documents.put(name, .init(validFrom: nil, content: Array(text.utf8))) }
        return documents
    }

    private func texts(_ documents: CityDocuments, _ name: String) -> [String] {
        documents[name].map { edition in
            let text = String(decoding: edition.content, as: UTF8.self)
            return edition.validFrom.map { "\($0) \(text)" } ?? text
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `files fill an empty store once, whoever comes first`() async throws {
        try await withLedger("city_load") { _, database, _ in
            let store = CityStore(database)
            let empty = try await store.documents()
            #expect(empty == CityDocuments(version: 0))
            try await withThrowingDiscardingTaskGroup { group in
                for number in 0..<10 {
                    let files = city(["city": "\(number)", "districts": "\(number)"])
                    group.addTask { try await store.load(files) }
                }
            }
            let documents = try await store.documents()
            #expect(documents.version == 1)
            #expect(documents.names == ["city", "districts"])
            #expect(documents["city"] == documents["districts"])
            let later = try await store.load(city(["city": "later"]))
            #expect(later == 1)
            let afterwards = try await store.documents()
            #expect(afterwards == documents)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `every version of the city can be read back`() async throws {
        try await withLedger("city_versions") { _, database, _ in
            let store = CityStore(database)
            try await store.load(city(["city": "a", "districts": "old"]))
            let spring = try #require(CivilDate(parsing: "2027-03-01"))
            let second = try await store.replace(
                "districts",
                validFrom: spring,
                content: Array("new".utf8),
                note: "reform"
            )
            let third = try await store.replace(
                "districts",
                validFrom: nil,
                content: Array("mended".utf8),
                note: "a slip"
            )
            #expect([second, third] == [2, 3])
            let now = try await store.documents()
            #expect(texts(now, "districts") == ["mended", "2027-03-01 new"])
            let before = try #require(try await store.documents(version: 2))
            #expect(texts(before, "districts") == ["old", "2027-03-01 new"])
            let first = try #require(try await store.documents(version: 1))
            #expect(texts(first, "districts") == ["old"])
            #expect(first.version == 1)
            let note = try await store.note(version: 2)
            #expect(note == "reform")
            let unknown = try await store.documents(version: 4)
            #expect(unknown == nil)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a text that stands there already makes no version`() async throws {
        try await withLedger("city_same") { _, database, _ in
            let store = CityStore(database)
            try await store.load(city(["city": "a"]))
            let version = try await store.replace(
                "city",
                validFrom: nil,
                content: Array("a".utf8),
                note: "again"
            )
            #expect(version == 1)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a database of an older Emapa gets the documents that it lacks`() async throws {
        try await withLedger("city_missing") { _, database, _ in
            let store = CityStore(database)
            try await store.load(city(["city": "a"]))
            let version = try await store.add(missing: city(["city": "b", "units": "u"]))
            #expect(version == 2)
            let documents = try await store.documents()
            #expect(texts(documents, "city") == ["a"])
            #expect(texts(documents, "units") == ["u"])
            let again = try await store.add(missing: city(["city": "b", "units": "v"]))
            #expect(again == 2)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `of writers who checked the same version one writes and the others are told`() async throws {
        try await withLedger("city_race") { _, database, _ in
            let store = CityStore(database)
            try await store.load(city(["city": "a"]))
            let outcomes = await withTaskGroup { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await store.replace(
                                "city",
                                validFrom: nil,
                                content: Array("\(number)".utf8),
                                note: "",
                                basedOn: 1
                            )
                            return true
                        } catch is CityMoved {
                            return false
                        } catch {
                            Issue.record(error)
                            return false
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 } == 1)
            let version = try await store.version()
            #expect(version == 2)
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ("update", "UPDATE city_document SET content = 'b'"),
            ("update_superseded", "UPDATE city_document SET superseded_in = 2, content = 'b'"),
            ("revive", "UPDATE city_document SET superseded_in = NULL WHERE superseded_in = 2"),
            ("delete", "DELETE FROM city_document"), ("truncate", "TRUNCATE city_document"),
            ("version", "DELETE FROM city_version"), ("note", "UPDATE city_version SET note = ''"),
        ]
    )
    func `nothing of the city's past is ever changed`(name: String, statement: String) async throws {
        try await withLedger("city_guard_\(name)") { _, database, _ in
            let store = CityStore(database)
            try await store.load(city(["city": "a"]))
            _ = try await store.replace("city", validFrom: nil, content: Array("c".utf8), note: "")
            let before = try await store.documents()
            let error = try await databaseError {
                try await database.write { try $0.run(unsafeScript: statement) }
            }
            guard case .server(let failure)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(failure.state.code == "23000")
            let after = try await store.documents()
            #expect(after == before)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a report keeps its placement when the city changes`() async throws {
        try await withLedger("city_reports") { ledger, database, _ in
            let store = CityStore(database)
            try await store.load(city(["districts": "old"]))
            let report = try await ledger.take(.pothole())
            let before = try await database.read { try $0.placementRow(of: report.number.description) }
            _ = try await store.replace("districts", validFrom: nil, content: Array("new".utf8), note: "")
            let after = try await database.read { try $0.placementRow(of: report.number.description) }
            #expect(after == before)
            let read = try await ledger.report(report.number)
            #expect(read?.placement == report.placement)
        }
    }
}

extension Session {
    /// Everything about a report that the city decided, as the table holds it.
    fileprivate func placementRow(of number: String) throws -> String {
        try query(
            """
            SELECT row(district, unit, city_version, rule, placement, needs_review, lon, lat, east, north,
                version, xmin)::text FROM report WHERE number = \(number)
            """
        ).one { try $0.decode(String.self, at: 0) }
    }
}
