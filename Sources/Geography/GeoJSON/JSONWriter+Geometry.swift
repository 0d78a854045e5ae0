package import Formats

extension JSONWriter {
    /// Writes a geometry object (RFC 7946, section 3.1), six decimals at most.
    package mutating func geometry(_ geometry: Geometry<Coordinate>) {
        beginObject()
        key("type")
        string(geometry.kind)
        key("coordinates")
        switch geometry {
        case .point(let coordinate): position(coordinate)
        case .multiPoint(let coordinates): positions(coordinates)
        case .lineString(let line): positions(line.positions)
        case .multiLineString(let lines): list(lines) { $0.positions($1.positions) }
        case .polygon(let area): polygon(area)
        case .multiPolygon(let areas): list(areas) { $0.polygon($1) }
        }
        endObject()
    }

    /// Writes a position: longitude, then latitude.
    package mutating func position(_ coordinate: Coordinate) {
        beginArray()
        microdegrees(coordinate.longitudeMicros)
        microdegrees(coordinate.latitudeMicros)
        endArray()
    }

    /// Writes a place as an object: `{"lon": …, "lat": …}`, six decimals at most.
    package mutating func place(_ coordinate: Coordinate) {
        beginObject()
        key("lon")
        microdegrees(coordinate.longitudeMicros)
        key("lat")
        microdegrees(coordinate.latitudeMicros)
        endObject()
    }

    private mutating func positions(_ coordinates: [Coordinate]) {
        list(coordinates) { $0.position($1) }
    }

    private mutating func polygon(_ area: Polygon<Coordinate>) {
        list([area.exterior] + area.holes) { $0.positions($1.positions) }
    }

    private mutating func list<Part>(_ parts: [Part], _ write: (inout JSONWriter, Part) -> Void) {
        beginArray()
        for part in parts { write(&self, part) }
        endArray()
    }
}

extension Geometry {
    /// The kind's name in GeoJSON.
    fileprivate var kind: String {
        switch self {
        case .point: "Point"
        case .multiPoint: "MultiPoint"
        case .lineString: "LineString"
        case .multiLineString: "MultiLineString"
        case .polygon: "Polygon"
        case .multiPolygon: "MultiPolygon"
        }
    }
}
