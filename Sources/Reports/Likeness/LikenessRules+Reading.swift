import Formats

extension LikenessRules {
    /// Reports farther apart are never compared, in metres.
    package static let widestReach = 1_000.0

    /// Reads `duplicates.json`; the categories that it names must be in the catalogue.
    package init(parsing bytes: [UInt8], catalogue: CategoryCatalogue) throws(CityDataError) {
        let document = try CityDocument(parsing: bytes, name: "duplicates")
        let reach = try document.number("reach_m", in: 1...LikenessRules.widestReach)
        self.init(
            thresholds: try LikenessThresholds(try document.part("thresholds")),
            weights: try LikenessRules.weights(try document.part("weights")),
            relations: try LikenessRules.relations(of: document, catalogue: catalogue),
            closedDays: try ClosedDays(try document.part("closed_days"), catalogue: catalogue),
            vocabulary: try Vocabulary(try document.part("vocabulary")),
            reach: reach
        )
    }

    private static func weights(_ part: CityDocument) throws(CityDataError) -> [Evidence: Double] {
        var weights: [Evidence: Double] = [:]
        for member in part.object.members {
            guard let evidence = Evidence(rawValue: member.name) else {
                let known = Evidence.allCases.map(\.rawValue).joined(separator: ", ")
                throw part.error(member.name, "is no evidence; there are: \(known)")
            }
            weights[evidence] = try part.number(member.name, in: -100...100)
        }
        guard weights[.base] != nil else { throw part.error("base", "is missing") }
        return weights
    }

    private static func relations(
        of document: CityDocument,
        catalogue: CategoryCatalogue
    ) throws(CityDataError) -> [CategoryRelation] {
        var relations: [CategoryRelation] = []
        for part in try document.listIfAny("related") {
            let categories = try part.texts("categories")
            guard categories.count > 1 else { throw part.error("categories", "must name two at least") }
            for code in categories { try part.requireCategory(code, at: "categories", in: catalogue) }
            relations.append(CategoryRelation(categories, strength: try part.number("strength", in: 0...1)))
        }
        return relations
    }
}

extension LikenessThresholds {
    fileprivate init(_ part: CityDocument) throws(CityDataError) {
        let same = try part.number("same", in: 0...1)
        let perhaps = try part.number("perhaps", in: 0...1)
        guard same >= perhaps else { throw part.error("same", "must not be below 'perhaps'") }
        self.init(same: same, perhaps: perhaps)
    }
}

extension ClosedDays {
    fileprivate init(_ part: CityDocument, catalogue: CategoryCatalogue) throws(CityDataError) {
        var byCategory: [String: Double] = [:]
        let list = try part.partIfAny("categories")
        for member in list?.object.members ?? [] {
            try part.requireCategory(member.name, at: "categories", in: catalogue)
            byCategory[member.name] = try list?.number(member.name, in: 0...ClosedDays.longest)
        }
        self.init(usual: try part.number("usual", in: 0...ClosedDays.longest), byCategory: byCategory)
    }

    /// More than a year ago is another matter.
    private static let longest = 365.0
}

extension CityDocument {
    fileprivate func requireCategory(
        _ code: String,
        at key: String,
        in catalogue: CategoryCatalogue
    ) throws(CityDataError) {
        guard catalogue[code] != nil else { throw error(key, "'\(code)' is no category") }
    }
}
