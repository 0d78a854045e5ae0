import Formats
import Geography
import Reports
import Testing

@testable import emapa

struct SeedCityTests {
    private func city(
        districts: [UInt8]? = nil,
        categories: [UInt8]? = nil,
        texts: [UInt8]? = nil
    ) throws -> SeedCity {
        try SeedCity(
            districts: districts ?? SeedFixture.bytes("districts.geojson"),
            categories: categories ?? SeedFixture.bytes("categories.json"),
            texts: texts ?? SeedFixture.bytes("seed-texts.json")
        )
    }

    @Test func `frequent categories have at least 15 texts, all have four`() throws {
        for category in try city().categories {
            let isFrequent = category.kind == .intervention && category.weights.reduce(0, +) >= 7 * 1_000
            #expect(category.texts.count >= (isFrequent ? 15 : 4), "\(category.code)")
        }
    }

    @Test func `a file that isn't JSON is named`() throws {
        for name in ["categories.json", "seed-texts.json"] {
            let broken = Array("{".utf8)
            let error = #expect(throws: SeedDataError.self) {
                name == "categories.json" ? try city(categories: broken) : try city(texts: broken)
            }
            guard case .syntax(let file, _)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(file == name)
        }
        #expect(throws: SeedDataError.districts(.notACollection)) { try city(districts: Array("{}".utf8)) }
    }

    @Test func `what is missing is named with its file and place`() throws {
        #expect(throws: SeedDataError.missing(file: "categories.json", "the object/categories")) {
            try city(categories: Array("{}".utf8))
        }
        #expect(throws: SeedDataError.missing(file: "seed-texts.json", "the object/parts")) {
            try city(texts: Array("{}".utf8))
        }
        let one = #"{"categories": [{"code": "x", "kind": "wish", "weight": 1}]}"#
        #expect(throws: SeedDataError.missing(file: "categories.json", "kind of x")) {
            try city(categories: Array(one.utf8))
        }
    }

    @Test func `a slot that nothing fills is named with its text`() {
        #expect(throws: SeedDataError.unknownSlot("gdzie", text: "Dziura {gdzie}.")) {
            try SeedTemplate("Dziura {gdzie}.", parts: ["near": 0])
        }
    }

    @Test func `slots are filled and a sentence begins with a capital`() throws {
        let template = try SeedTemplate("{what} leży przy {street} {number}.", parts: ["what": 0])
        var random = SeedRandom(1)
        var bytes: [UInt8] = []
        template.write(
            to: &bytes,
            street: Array("ul. Długiej".utf8),
            number: 7,
            parts: [[Array("gruz".utf8)]],
            &random
        )
        #expect(String(decoding: bytes, as: UTF8.self) == "Gruz leży przy ul. Długiej 7.")
    }
}
