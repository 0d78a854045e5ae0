import Formats

/// Reads geometry objects (RFC 7946, section 3.1) whose pairs of numbers become positions of one kind.
struct GeometryReader<Position: PlanePosition> {
    /// Makes a position; nil if the numbers are none.
    let make: (Double, Double) -> Position?

    func geometry(_ object: JSONObject) throws(FeatureFault) -> Geometry<Position> {
        guard case .string(let kind)? = object["type"] else { throw .unknownGeometry }
        guard let coordinates = object["coordinates"] else { throw .badCoordinates }
        return switch kind {
        case "Point": .point(try position(coordinates))
        case "MultiPoint": .multiPoint(try list(coordinates, position))
        case "LineString": .lineString(try line(coordinates))
        case "MultiLineString": .multiLineString(try list(coordinates, line))
        case "Polygon": .polygon(try area(coordinates))
        case "MultiPolygon": .multiPolygon(try list(coordinates, area))
        default: throw .unknownGeometry
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

    private func position(_ json: JSON) throws(FeatureFault) -> Position {
        guard case .array(let numbers) = json, numbers.count >= 2,
            case .number(let x) = numbers[0], case .number(let y) = numbers[1]
        else { throw .badCoordinates }
        guard let position = make(x.double, y.double) else { throw .notOnEarth }
        return position
    }

    private func line(_ json: JSON) throws(FeatureFault) -> LineString<Position> {
        let positions = try list(json, position)
        do {
            return try LineString(positions)
        } catch {
            throw .flaw(error)
        }
    }

    private func area(_ json: JSON) throws(FeatureFault) -> Polygon<Position> {
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
}
