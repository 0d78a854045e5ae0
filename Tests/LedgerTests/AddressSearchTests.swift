import Addresses
import Geography
import PostgreSQL
import TestSupport
import Testing

@testable import Ledger

@Suite(.timeLimit(.minutes(2)))
struct AddressSearchTests {
    private func city() throws -> [Address] {
        [
            try .at(1, 5, "ul. Długa"), try .at(1, 5, "ul. Długa", "1"), try .at(1, 6, "ul. Długa", "12"),
            try .at(1, 6, "ul. Długa", "12A"), try .at(2, 6, "ul. Długa", "120"),
            try .at(2, 7, "ul. Długa", "14"),
            try .at(60, 0, "ul. Długosza"), try .at(0, 1, "ul. Grodzka"), try .at(0, 2, "ul. Grodzka", "5"),
            try .at(3, 0, "al. 3 Maja"), try .at(3, 1, "al. 3 Maja", "5"), try .at(3, 1, "al. 3 Maja", "9"),
            try .at(4, 0, "ul. św. Anny", "2"), try .at(5, 5, "pl. Wolnica"), try .at(70, 5, "ul. Wolnica"),
            try .at(50, 50, "os. Piastów"), try .at(50, 51, "os. Piastów", "7"),
            try .at(-30, 0, "Kopiec Kościuszki", kind: .landmark),
            try .at(30, 0, "Kopiec Krakusa", kind: .landmark),
            try .at(10, 10, "ul. Adama Mickiewicza", "30"),
            try .at(8, 8, "Szkoła Podstawowa nr 5", kind: .landmark),
            try .at(20, 20, "ul. Apteczna"), try .at(-20, 0, "Apteka", kind: .landmark),
            try .at(20, 0, "Apteka", kind: .landmark), try .at(9, 9, "ul. Warszawska", "24"),
        ]
    }

    @Test func `names are found without diacritics, by their beginnings, and in spite of slips`() async throws
    {
        let questions: [(query: String, first: String)] = [
            ("Długa 12", "ul. Długa 12"), ("dluga 12", "ul. Długa 12"), ("DŁUGA 12a", "ul. Długa 12A"),
            ("dlug", "ul. Długa"), ("dluga", "ul. Długa"), ("ulica długa 1", "ul. Długa 1"),
            ("długa 14, 31-147 Kraków", "ul. Długa 14"), ("14 dluga", "ul. Długa 14"),
            ("Grodska", "ul. Grodzka"), ("grodska 5", "ul. Grodzka 5"), ("gordzka", "ul. Grodzka"),
            ("3 maja", "al. 3 Maja"), ("al. 3 Maja 5", "al. 3 Maja 5"), ("3 maja 9", "al. 3 Maja 9"),
            ("świętej anny 2", "ul. św. Anny 2"), ("sw anny", "ul. św. Anny 2"), ("anny", "ul. św. Anny 2"),
            ("plac wolnica", "pl. Wolnica"), ("ul wolnica", "ul. Wolnica"),
            ("osiedle piastow 7", "os. Piastów 7"),
            ("mickiew", "ul. Adama Mickiewicza 30"), ("mickiewicza 30", "ul. Adama Mickiewicza 30"),
            ("kosciuszki kopiec", "Kopiec Kościuszki"), ("kopec kosciuszki", "Kopiec Kościuszki"),
            ("szkoła podstawowa nr 5", "Szkoła Podstawowa nr 5"), ("warszwska 24", "ul. Warszawska 24"),
        ]
        try await withAddresses("address_search", try city()) { store, _ in
            for question in questions {
                let found = try await store.labels(question.query)
                #expect(found.first == question.first, "\(question.query): \(found)")
            }
            let nothing = try await store.labels("qqxxzz")
            #expect(nothing.isEmpty)
        }
    }

    @Test func `the shipped table is found as residents type`() async throws {
        let questions: [(query: String, first: String)] = [
            ("dluga 48", "Długa 48"), ("ul. Długa", "Długa"), ("rynek glowny 25", "Rynek Główny 25"),
            ("Grodska", "Grodzka"), ("grodska 26", "Grodzka 26"), ("wawel", "Wawel"),
            ("kopiec kosciuszki", "Kopiec Kościuszki"), ("28 lipca 1943", "28 Lipca 1943"),
            ("rondo grunwaldzkie", "Rondo Grunwaldzkie"),
            ("rynek podgorski 14, 30-500 Kraków", "Rynek Podgórski 14"),
        ]
        let file = try AddressFile(parsing: try Checkout.read("geodata/krakow/addresses.csv"))
        try await withAddresses("address_shipped", file.addresses) { store, _ in
            for question in questions {
                let found = try await store.labels(question.query)
                #expect(found.first == question.first, "\(question.query): \(found)")
            }
        }
    }

    @Test func `an estate and a square are found by their kind, with their houses`() async throws {
        let addresses = [
            try Address.at(0, 0, "Piastów", kind: .street), try .at(9, 9, "Piastów", kind: .estate),
            try .at(20, 0, "Wolnica", kind: .square), try .at(20, 1, "Wolnica", "3"),
            try .at(30, 0, "Wolnicka"),
        ]
        try await withAddresses("address_kinds", addresses) { store, _ in
            for (text, kind) in [("os. Piastów", AddressKind.estate), ("ul. Piastów", .street)] {
                let query = try #require(AddressQuery(text))
                let found = try await store.search(query, near: nil, limit: 5).map(\.address.kind)
                #expect(found.first == kind, "\(text)")
            }
            let house = try await store.labels("pl. Wolnica 3")
            #expect(house == ["Wolnica 3", "Wolnica"])
        }
    }

    @Test func `the exact goes before the beginning, the beginning before the likeness`() async throws {
        try await withAddresses("address_rank", try city()) { store, _ in
            let streets = try await store.labels("dlug", limit: 2)
            #expect(streets == ["ul. Długa", "ul. Długosza"])
            let houses = try await store.labels("dluga 12", limit: 4)
            #expect(houses == ["ul. Długa 12", "ul. Długa 12A", "ul. Długa 120", "ul. Długa"])
            let otherHouse = try await store.labels("grodzka 99")
            #expect(otherHouse == ["ul. Grodzka"])
            let nearestHouse = try await store.labels("sw anny 3")
            #expect(nearestHouse == ["ul. św. Anny 2"])
            let query = try #require(AddressQuery("apteka"))
            let fits = try await store.search(query, near: nil, limit: 10).map(\.name)
            #expect(fits == fits.sorted())
        }
    }

    @Test func `the nearest goes first among equals, and its distance is said`() async throws {
        try await withAddresses("address_near", try city()) { store, _ in
            let query = try #require(AddressQuery("apteka"))
            for east in [-19, 19] {
                let here = try Address.at(east, 0, "here").coordinate
                let found = try await store.search(query, near: here, limit: 2)
                #expect(found.map(\.address.label) == ["Apteka", "Apteka"])
                let gap = (found.first?.address.coordinate.longitude ?? 0) - here.longitude
                #expect(abs(gap) < 0.002)
                // A thousandth of a degree of longitude is 71.6 m here.
                #expect(abs((found.first?.distance ?? 0) - 71.6) < 0.5)
            }
            let far = try #require(Coordinate(longitude: -70, latitude: -33))
            let anyway = try await store.labels("apteka", near: far, limit: 2)
            #expect(anyway == ["Apteka", "Apteka"])
        }
    }

    @Test func `the nearest entry in reach is found, and a vague one counts for as far as it may be off`()
        async throws
    {
        let addresses = [
            try Address.at(0, 0, "Rynek", kind: .square, precision: 150),
            try .at(1, 0, "ul. Bliska", "1", precision: 5),
            try .at(40, 0, "ul. Daleka", "2"),
        ]
        try await withAddresses("address_reverse", addresses) { store, _ in
            let here = try Address.at(0, 0, "here").coordinate
            let found = try await store.nearest(to: here, within: 200)
            #expect(found?.address.label == "ul. Bliska 1")
            #expect(abs((found?.distance ?? 0) - 71.6) < 0.5)
            let close = try await store.nearest(to: here, within: 50)
            #expect(close?.address.label == "Rynek")
            let nobody = try await store.nearest(to: try Address.at(20, 0, "x").coordinate, within: 200)
            #expect(nobody == nil)
            let edge = try await store.nearest(to: try Address.at(40, 1, "x").coordinate, within: 112)
            #expect(edge?.address.label == "ul. Daleka 2")
        }
    }

    @Test func `the nearest is the nearest of all, wherever one asks`() async throws {
        let addresses = GeneratedAddresses.all(4_000, seed: 5)
        try await withAddresses("address_nearest", addresses) { store, _ in
            var random = GeneratedAddresses.Generator(state: 9)
            let positions = try store.metres(of: addresses.map(\.coordinate))
            var hits = 0
            for _ in 0..<200 {
                let place = try #require(
                    Coordinate(
                        longitude: .random(in: 19.80...20.20, using: &random),
                        latitude: .random(in: 49.98...50.12, using: &random)
                    )
                )
                let here = try #require(try store.metres(of: [place]).first)
                let expected = positions.map { $0.distance(to: here) }.min().flatMap { $0 <= 200 ? $0 : nil }
                let found = try await store.nearest(to: place, within: 200)?.distance
                if found != nil { hits += 1 }
                #expect(abs((found ?? -1) - (expected ?? -1)) < 0.001)
            }
            #expect(hits > 10 && hits < 190)
        }
    }
}
