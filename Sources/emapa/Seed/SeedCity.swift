import Formats
import Geography
import Reports

/// A city as the generator sees it: districts, categories, words.
struct SeedCity {
    struct District {
        let code: String
        let residents: Int
        let area: SeedArea
        let streets: [[UInt8]]
    }

    let districts: [District]
    let categories: [SeedCategory]
    /// The words for each slot, in the slots' order.
    let parts: [[[UInt8]]]
    /// Sentences that may follow a report's text.
    let endings: [ReportKind: [SeedTemplate]]
    /// Indices of the categories that storms bring, each with its weight.
    let storm: [(category: Int, weight: Int)]

    /// Reads `districts.geojson`, `categories.json` and `seed-texts.json`.
    init(districts: [UInt8], categories: [UInt8], texts: [UInt8]) throws(SeedDataError) {
        let words = try SeedFile(texts, name: "seed-texts.json")
        let slots = try words.child("parts")
        var parts: [[[UInt8]]] = []
        var slotNumbers: [String: Int] = [:]
        for (number, slot) in slots.names.enumerated() {
            slotNumbers[slot] = number
            parts.append(try slots.strings(slot).map { Array($0.utf8) })
        }
        self.parts = parts
        let read = try SeedCity.readCategories(categories, words, slotNumbers)
        self.categories = read
        self.districts = try SeedCity.readDistricts(districts, streets: words.child("streets"))
        var endings: [ReportKind: [SeedTemplate]] = [:]
        for kind in ReportKind.allCases {
            endings[kind] = try SeedCity.templates(words.child("endings").strings(kind.rawValue), slotNumbers)
        }
        self.endings = endings
        var storm: [(category: Int, weight: Int)] = []
        for entry in try words.children("storm") {
            let code = try entry.string("category")
            guard let category = read.firstIndex(where: { $0.code == code }) else {
                throw .missing(file: "categories.json", code)
            }
            storm.append((category, try entry.count("weight")))
        }
        self.storm = storm
    }

    private static func readDistricts(
        _ bytes: [UInt8],
        streets: SeedFile
    ) throws(SeedDataError) -> [District] {
        let features: [Feature]
        do {
            features = try FeatureCollection(bytes).features
        } catch {
            throw .districts(error)
        }
        var districts: [District] = []
        for feature in features {
            let name = "districts.geojson"
            let properties = try SeedFile(.object(feature.properties), name: name, path: "properties")
            let code = try properties.string("code")
            guard let area = SeedArea(feature.geometry) else { throw .missing(file: name, "area of \(code)") }
            districts.append(
                District(
                    code: code,
                    residents: try properties.count("residents"),
                    area: area,
                    streets: try streets.strings(code).map { Array($0.utf8) }
                )
            )
        }
        guard districts.contains(where: { $0.residents > 0 }) else {
            throw .missing(file: "districts.geojson", "a district with residents")
        }
        return districts
    }

    private static func readCategories(
        _ bytes: [UInt8],
        _ words: SeedFile,
        _ slots: [String: Int]
    ) throws(SeedDataError) -> [SeedCategory] {
        let seasons = try words.child("seasons")
        let known = try words.child("categories")
        var categories: [SeedCategory] = []
        for entry in try SeedFile(bytes, name: "categories.json").children("categories") {
            let code = try entry.string("code")
            guard let kind = ReportKind(rawValue: try entry.string("kind")) else {
                throw .missing(file: entry.name, "kind of \(code)")
            }
            let weight = try entry.count("weight")
            let texts = try known.child(code)
            categories.append(
                SeedCategory(
                    code: code,
                    kind: kind,
                    firstActionDays: try entry.count("first_action_days"),
                    closureDays: try entry.count("closure_days"),
                    weights: try seasons.year(texts.string("season")).map { $0 * weight },
                    texts: try templates(texts.strings("texts"), slots),
                    stormTexts: try templates(texts.stringsIfAny("storm_texts"), slots)
                )
            )
        }
        return categories
    }

    private static func templates(
        _ texts: [String],
        _ slots: [String: Int]
    ) throws(SeedDataError) -> [SeedTemplate] {
        var templates: [SeedTemplate] = []
        for text in texts { templates.append(try SeedTemplate(text, parts: slots)) }
        return templates
    }
}
