import Formats

/// All categories of a city, in the order in which people are shown them.
package struct CategoryCatalogue: Sendable {
    package let classes: [CategoryClass]
    package let groups: [CategoryGroup]
    package let categories: [Category]
    private let positions: [String: Int]

    /// The category with a code.
    package subscript(code: String) -> Category? {
        positions[code].map { categories[$0] }
    }

    /// The codes of the categories whose reports are for staff alone.
    package var withheld: [String] {
        categories.filter { $0.visibility == .staff }.map(\.code)
    }

    /// The codes of the categories of which neither text nor photo is shown, those for staff among them.
    package var wordless: [String] {
        categories.filter { $0.visibility != .public }.map(\.code)
    }
}

extension CategoryCatalogue {
    /// Reads `categories.json`.
    package init(parsing bytes: [UInt8]) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "categories")
        var classes: [CategoryClass] = []
        for entry in try document.listIfAny("classes") {
            classes.append(CategoryClass(code: try entry.text("code"), name: try entry.localized("name")))
        }
        var groups: [CategoryGroup] = []
        for entry in try document.list("groups") {
            groups.append(CategoryGroup(code: try entry.text("code"), name: try entry.localized("name")))
        }
        let headings = CategoryHeadings(classes: Set(classes.map(\.code)), groups: Set(groups.map(\.code)))
        var categories: [Category] = []
        var positions: [String: Int] = [:]
        for entry in try document.list("categories") {
            let code = try entry.text("code")
            guard positions.updateValue(categories.count, forKey: code) == nil else {
                throw CityDataError(document: "categories", place: code, reason: "stands there twice")
            }
            categories.append(try Category(entry, code: code, under: headings))
        }
        self.classes = classes
        self.groups = groups
        self.categories = categories
        self.positions = positions
    }
}

/// The codes under which a category may stand.
struct CategoryHeadings {
    let classes: Set<String>
    let groups: Set<String>
}
