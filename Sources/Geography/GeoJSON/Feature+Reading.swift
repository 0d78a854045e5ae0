package import Formats

extension Feature {
    /// Reads one feature; members that GeoJSON doesn't know are passed over (RFC 7946, section 6.1).
    package init(_ json: JSON) throws(FeatureFault) {
        guard let object = json.objectValue, object["type"] == .string("Feature") else { throw .notAFeature }
        switch object["id"] {
        case nil: id = nil
        case .string(let text): id = text
        case .number(let number):
            guard let integer = number.integer else { throw .badIdentifier }
            id = String(integer)
        default: throw .badIdentifier
        }
        switch object["properties"] {
        case nil, .null: properties = JSONObject()
        case .object(let known): properties = known
        default: throw .badProperties
        }
        guard let shape = object["geometry"]?.objectValue else { throw .noGeometry }
        geometry = try Geometry(shape)
    }
}

extension Geometry<Coordinate> {
    /// Reads a geometry object (RFC 7946, section 3.1); a position's altitude is passed over.
    package init(_ object: JSONObject) throws(FeatureFault) {
        guard case .string(let kind)? = object["type"] else { throw .unknownGeometry }
        guard let coordinates = object["coordinates"] else { throw .badCoordinates }
        self =
            switch kind {
            case "Point": .point(try position(coordinates))
            case "MultiPoint": .multiPoint(try list(coordinates, position))
            case "LineString": .lineString(try line(coordinates))
            case "MultiLineString": .multiLineString(try list(coordinates, line))
            case "Polygon": .polygon(try area(coordinates))
            case "MultiPolygon": .multiPolygon(try list(coordinates, area))
            default: throw .unknownGeometry
            }
    }
}

private func list<Part>(
    _ json: JSON,
    _ read: (JSON) throws(FeatureFault) -> Part
) throws(FeatureFault) -> [Part] {
    guard case .array(let members) = json else { throw .badCoordinates }
    var parts: [Part] = []
    parts.reserveCapacity(members.count)
    for member in members { parts.append(try read(member)) }
    return parts
}

private func position(_ json: JSON) throws(FeatureFault) -> Coordinate {
    guard case .array(let numbers) = json, numbers.count >= 2,
        case .number(let longitude) = numbers[0], case .number(let latitude) = numbers[1]
    else { throw .badCoordinates }
    guard let coordinate = Coordinate(longitude: longitude.double, latitude: latitude.double) else {
        throw .notOnEarth
    }
    return coordinate
}

private func line(_ json: JSON) throws(FeatureFault) -> LineString<Coordinate> {
    let positions = try list(json, position)
    do {
        return try LineString(positions)
    } catch {
        throw .flaw(error)
    }
}

private func area(_ json: JSON) throws(FeatureFault) -> Polygon<Coordinate> {
    let rings = try list(json) { ring throws(FeatureFault) in
        let positions = try list(ring, position)
        do throws(GeometryFlaw) {
            return try LinearRing(positions)
        } catch {
            throw FeatureFault.flaw(error)
        }
    }
    guard let exterior = rings.first else { throw .badCoordinates }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
}
