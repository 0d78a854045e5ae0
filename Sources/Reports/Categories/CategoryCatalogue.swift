import Formats

/// All categories of a city, in the order in which people are shown them.
package struct CategoryCatalogue: Sendable {
    package let groups: [CategoryGroup]
    package let categories: [Category]
    private let positions: [String: Int]

    /// The category with a code.
    package subscript(code: String) -> Category? {
        positions[code].map { categories[$0] }
    }
}

extension CategoryCatalogue {
    /// Reads `categories.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "categories")
        var groups: [CategoryGroup] = []
        for entry in try document.list("groups") {
            groups.append(CategoryGroup(code: try entry.text("code"), name: try entry.localized("name")))
        }
        let known = Set(groups.map(\.code))
        var categories: [Category] = []
        var positions: [String: Int] = [:]
        for entry in try document.list("categories") {
            let code = try entry.text("code")
            guard positions.updateValue(categories.count, forKey: code) == nil else {
                throw CityDataError(document: "categories", place: code, reason: "stands there twice")
            }
            categories.append(
                Category(
                    code: code,
                    group: try entry.word("group") { known.contains($0) ? $0 : nil },
                    kind: try entry.word("kind", ReportKind.init(rawValue:)),
                    name: try entry.localized("name"),
                    unit: try entry.text("unit")
                )
            )
        }
        self.groups = groups
        self.categories = categories
        self.positions = positions
    }
}

extension CategoryCatalogue {
    /// The catalogue as clients get it.
    package func json() -> [UInt8] {
        var json = JSONWriter(reserving: 16 << 10)
        json.beginObject()
        json.key("groups")
        json.beginArray()
        for group in groups {
            json.beginObject()
            json.key("code")
            json.string(group.code)
            json.key("name")
            json.localized(group.name)
            json.endObject()
        }
        json.endArray()
        json.key("categories")
        json.beginArray()
        for category in categories {
            json.beginObject()
            json.key("code")
            json.string(category.code)
            json.key("group")
            json.string(category.group)
            json.key("kind")
            json.string(category.kind.rawValue)
            json.key("name")
            json.localized(category.name)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}
