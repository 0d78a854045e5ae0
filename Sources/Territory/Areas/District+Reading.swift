import Geography
package import Reports

extension District {
    /// Reads `districts.geojson`: one feature a district, with `code`, `number` and `name`.
    package static func all(parsing bytes: [UInt8]) throws(CityDataError) -> [District] {
        let collection: FeatureCollection
        do {
            collection = try FeatureCollection(bytes)
        } catch {
            throw CityDataError(document: "districts", place: "", reason: "\(error)")
        }
        var districts: [District] = []
        var codes: Set<String> = []
        for (index, feature) in collection.features.enumerated() {
            let district = try District(feature, place: "features[\(index)]")
            guard codes.insert(district.code).inserted else {
                throw CityDataError(document: "districts", place: district.code, reason: "stands there twice")
            }
            districts.append(district)
        }
        guard !districts.isEmpty else {
            throw CityDataError(document: "districts", place: "features", reason: "has no district")
        }
        return districts
    }

    private init(_ feature: Feature, place: String) throws(CityDataError) {
        guard !feature.geometry.polygons.isEmpty else {
            throw CityDataError(document: "districts", place: place, reason: "is no area")
        }
        let properties = CityDocument(name: "districts", place: place, object: feature.properties)
        code = try properties.text("code")
        number = try properties.integer("number")
        name = try properties.text("name")
        outline = feature.geometry
        precision = try properties.number("precision_m", in: 0...5_000)
        officialArea = try properties.numberIfAny("official_area_m2", in: 1...1e12)
        validity = try properties.validity()
    }
}
