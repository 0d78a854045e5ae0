import Formats
import HTTP
import Ledger
import Reports
import Testing

@testable import Doors

@Suite(.timeLimit(.minutes(2)))
struct FeatureCacheTests {
    @Test func `a list tells each change at once, though features are kept`() async throws {
        try await withDoors("feature_cache") { doors in
            let items = "/collections/reports/items?bbox=19,50,20,51"
            let number = try await doors.place(19.9373, 50.0617)
            let other = try await doors.place(19.9374, 50.0617)
            let key = try await doors.key("centre", [.unit], unit: "KCK")
            for _ in 0..<2 {
                let answer = try await doors.layers(items)
                #expect(answer.features.allSatisfy { $0.property("status") == .string("received") })
            }
            let english = try await doors.layers(items, language: "en")
            #expect(english.features.first?.property("category_name") == .string("Pothole"))
            let step = try await doors.post(
                "/api/v1/reports/\(number)/steps",
                #"{"status":"in_progress"}"#,
                bearer: key
            )
            #expect(step.status == 200)
            let changed = Dictionary(
                uniqueKeysWithValues: try await doors.layers(items).features.map {
                    ($0["id"]?.stringValue ?? "", $0.property("status"))
                }
            )
            #expect(changed == [number: .string("in_progress"), other: .string("received")])
            let hiding = try await doors.post(
                "/api/v1/reports/\(number)/visibility",
                #"{"hidden":true}"#,
                bearer: key
            )
            #expect(hiding.status == 200)
            #expect(try await doors.layers(items).ids == [other])
        }
    }

    @Test func `what is kept stays within its bound, and what is asked for stays longest`() {
        let cache = FeatureCache(bytes: 100_000)
        let variant = FeatureCache.Variant(city: 1, language: "pl", base: "http://localhost")
        let places = (0..<1_000).map { place($0) }
        for start in stride(from: 0, to: 1_000, by: 10) {
            #expect(cache.find([places[0]], variant).first.flatMap { $0 } != nil || start == 0)
            cache.keep(places[start..<(start + 10)].map { ($0, Array(repeating: 7, count: 840)) }, variant)
        }
        let known = cache.find(places, variant).compactMap { $0 }
        #expect(known.count <= 100 && known.count >= 40)
        #expect(cache.find([places[0]], FeatureCache.Variant(city: 2, language: "pl", base: "")) == [nil])
        let none = FeatureCache(bytes: 0)
        none.keep([(places[0], [1])], variant)
        #expect(none.find([places[0]], variant) == [nil])
    }

    private func place(_ index: Int) -> FeaturePlace {
        FeaturePlace(id: ReportIdentifier(high: 1, low: UInt64(index)), version: 1)
    }
}
