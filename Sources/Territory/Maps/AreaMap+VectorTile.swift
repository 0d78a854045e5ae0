package import Geography

extension AreaMap {
    /// The tile as a Mapbox Vector Tile with the layers `districts` and `zones`; no bytes if it shows nothing.
    package func vectorTile(_ tile: Tile) -> [UInt8] {
        let content = content(of: tile)
        guard !content.parts.isEmpty else { return [] }
        var written = VectorTile(reserving: 256 + 5 * content.positionCount)
        for name in Area.Layer.allCases {
            var layer = VectorTileLayer(name: name.rawValue)
            for part in content.parts where areas[part.area].layer == name {
                layer.append(part, of: areas[part.area])
            }
            written.append(layer)
        }
        return written.bytes
    }
}

extension VectorTileLayer {
    fileprivate mutating func append(_ part: AreaTile.Part, of area: Area) {
        switch part.shape {
        case .areas(let polygons):
            begin(.polygons, id: area.id)
            for polygon in polygons {
                ring(polygon.exterior)
                for hole in polygon.holes { ring(hole) }
            }
        case .lines(let lines):
            begin(.lines, id: area.id)
            for line in lines { self.line(line) }
        }
        for (key, value) in area.properties { tag(key, value) }
        end()
    }
}
