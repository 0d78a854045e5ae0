import Formats
package import Geography

extension AreaMap {
    /// The tile as a GeoJSON FeatureCollection (RFC 7946, section 3.3), with the same features as the vector tile.
    ///
    /// `properties` has `layer` in every feature, as GeoJSON has no layers: `district`, or the zone's.
    package func geoJSON(_ tile: Tile) -> [UInt8] {
        let content = content(of: tile)
        var json = JSONWriter(reserving: 64 + 256 * content.parts.count + 24 * content.positionCount)
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        json.key("features")
        json.beginArray()
        for part in content.parts {
            json.beginObject()
            json.key("type")
            json.string("Feature")
            json.key("id")
            json.integer(areas[part.area].id)
            json.key("geometry")
            json.geometry(part.shape, in: tile)
            json.key("properties")
            json.raw(areas[part.area].json)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func geometry(_ shape: AreaTile.Shape, in tile: Tile) {
        beginObject()
        key("type")
        switch shape {
        case .areas(let polygons):
            string(polygons.count == 1 ? "Polygon" : "MultiPolygon")
            key("coordinates")
            if polygons.count > 1 { beginArray() }
            for polygon in polygons {
                beginArray()
                ring(polygon.exterior, in: tile)
                for hole in polygon.holes { ring(hole, in: tile) }
                endArray()
            }
            if polygons.count > 1 { endArray() }
        case .lines(let lines):
            string(lines.count == 1 ? "LineString" : "MultiLineString")
            key("coordinates")
            if lines.count > 1 { beginArray() }
            for line in lines { positions(line, in: tile) }
            if lines.count > 1 { endArray() }
        }
        endObject()
    }

    private mutating func positions(_ line: [TilePosition], in tile: Tile) {
        beginArray()
        for place in line { position(tile.coordinate(of: place, extent: VectorTile.extent)) }
        endArray()
    }

    /// A closed ring: backwards, for on the screen ours run clockwise and RFC 7946's outer borders do not
    /// (section 3.1.6).
    private mutating func ring(_ ring: [TilePosition], in tile: Tile) {
        beginArray()
        for place in ring.reversed() { position(tile.coordinate(of: place, extent: VectorTile.extent)) }
        if let first = ring.last { position(tile.coordinate(of: first, extent: VectorTile.extent)) }
        endArray()
    }
}
