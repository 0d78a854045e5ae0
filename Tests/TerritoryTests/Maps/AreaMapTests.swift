import Formats
import Geography
import TestSupport
import Testing

@testable import Territory

struct AreaMapTests {
    /// All tiles of a zoom that show something of the shipped areas, or some of them where they are many.
    private func tiles(of map: AreaMap, zoom: Int, about most: Int) throws -> [Tile] {
        let bounds = try #require(map.bounds)
        let first = try #require(Tile(containing: bounds.southWest, zoom: zoom))
        let last = try #require(Tile(containing: bounds.northEast, zoom: zoom))
        let all = (first.x...last.x).flatMap { x in
            (last.y...first.y).compactMap { Tile(zoom: zoom, x: x, y: $0) }
        }
        let step = max(1, all.count / most)
        return stride(from: 0, to: all.count, by: step).map { all[$0] }
    }

    @Test(arguments: AreaMap.zooms)
    func `every area in a tile is sound and lies within the tile and its buffer`(zoom: Int) throws {
        let map = try AreaMap.krakow()
        let context = try GeometryContext()
        var count = 0
        for tile in try tiles(of: map, zoom: zoom, about: 150) {
            for part in map.content(of: tile).parts {
                guard case .areas(let polygons) = part.shape else { continue }
                for polygon in polygons {
                    count += 1
                    #expect(polygon.exterior.doubledArea > 0)
                    #expect(polygon.holes.allSatisfy { $0.doubledArea < 0 })
                    let box = try #require(TileBox(enclosing: polygon.exterior))
                    #expect(TileBox.vectorTile.contains(box))
                    let defect = try Shape(polygon.geometry(), in: context).defect()
                    #expect(defect == nil, "\(tile) \(map.areas[part.area].properties)")
                }
            }
        }
        #expect(count > 10)
    }

    @Test(arguments: AreaMap.zooms)
    func `the tiles of a zoom put together are its districts`(zoom: Int) throws {
        let map = try AreaMap.krakow()
        let drawing = map.drawings[zoom - AreaMap.zooms.lowerBound]
        let whole = drawing.figures.prefix(18).reduce(0) { sum, figure in
            guard case .rings(let rings) = figure.shape else { return sum }
            return sum + rings.reduce(0) { $0 + $1.doubledArea }
        }
        let bare = TileBox(west: 0, north: 0, east: 4_096, south: 4_096)
        // Without their buffers tiles meet without overlapping. Deep zooms are checked by columns.
        let tiles = try tiles(of: map, zoom: zoom, about: .max)
        let columns = zoom > 14 ? Set(tiles.map(\.x).filter { $0 % 9 == 0 }) : Set(tiles.map(\.x))
        var sum = 0
        for tile in tiles where columns.contains(tile.x) {
            for part in map.content(of: tile).parts where part.area < 18 {
                guard case .areas(let polygons) = part.shape else { continue }
                sum += polygons.reduce(0) { sum, polygon in
                    bare.clip(rings: [polygon.exterior] + polygon.holes).reduce(sum) { $0 + $1.doubledArea }
                }
            }
        }
        let expected =
            columns.count == Set(tiles.map(\.x)).count
            ? whole
            : columns.reduce(0) { sum, column in
                let strip = TileBox(
                    west: column * 4_096,
                    north: 0,
                    east: (column + 1) * 4_096,
                    south: 1 << 28
                )
                return drawing.figures.prefix(18).reduce(sum) { sum, figure in
                    guard case .rings(let rings) = figure.shape else { return sum }
                    return strip.clip(rings: rings).reduce(sum) { $0 + $1.doubledArea }
                }
            }
        // A cut border may be half a unit off, which over a tile's width is nothing.
        #expect(abs(Double(sum) / Double(expected) - 1) < 1e-4)
    }

    @Test(arguments: AreaMap.zooms)
    func `within a tile districts leave no gap and don't overlap`(zoom: Int) throws {
        let map = try AreaMap.krakow()
        let box = TileBox.vectorTile
        for tile in try tiles(of: map, zoom: zoom, about: 200) {
            var edges: Set<[TilePosition]> = []
            for part in map.content(of: tile).parts where part.area < 18 {
                guard case .areas(let polygons) = part.shape else { continue }
                for ring in polygons.flatMap({ [$0.exterior] + $0.holes }) {
                    for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                        edges.insert([start, end])
                    }
                }
            }
            // Each edge without a counterpart is on the tile's edge or on the city's outline, so those on the
            // outline make ways from edge to edge, or round.
            var ends: [TilePosition: Int] = [:]
            for edge in edges where !edges.contains([edge[1], edge[0]]) {
                ends[edge[0], default: 0] += 1
                ends[edge[1], default: 0] -= 1
            }
            #expect(ends.values.allSatisfy { $0 == 0 })
            let isInside = { (place: TilePosition) in
                place.x > box.west && place.x < box.east && place.y > box.north && place.y < box.south
            }
            let drawing = map.drawings[zoom - AreaMap.zooms.lowerBound]
            let outline = drawing.outline
            for edge in edges where !edges.contains([edge[1], edge[0]]) {
                for place in edge where isInside(place) {
                    let whole = TilePosition(x: tile.x * 4_096 + place.x, y: tile.y * 4_096 + place.y)
                    #expect(outline.contains(whole), "\(tile) \(place)")
                }
            }
        }
    }

    @Test(arguments: Array(AreaMap.zooms) + [17, 19, 22])
    func `both formats show the same features`(zoom: Int) throws {
        let map = try AreaMap.krakow()
        var seen = 0
        for tile in try tiles(of: map, zoom: zoom, about: 12) {
            let vector = try DecodedVectorTile(map.vectorTile(tile))
            let collection = try FeatureCollection(map.geoJSON(tile))
            let features = (vector["districts"]?.features ?? []) + (vector["zones"]?.features ?? [])
            #expect(features.map { "\($0.id)" } == collection.features.map { $0.id })
            for (drawn, feature) in zip(features, collection.features) {
                seen += 1
                #expect(drawn.kind == (feature.geometry.polygons.isEmpty ? 2 : 3))
                for (name, value) in drawn.properties {
                    switch value {
                    case .string(let text): #expect(feature.properties[name]?.stringValue == text)
                    case .integer(let number):
                        #expect(feature.properties[name]?.numberValue?.integer == Int64(number))
                    case .double(let number): #expect(feature.properties[name]?.numberValue?.double == number)
                    case .bool: Issue.record("no area has such a property")
                    }
                }
                let paths = drawn.paths.map { path in
                    path.map { tile.coordinate(of: TilePosition(x: $0.x, y: $0.y), extent: 4_096) }
                }
                if drawn.kind == 2 {
                    #expect(feature.geometry.positions == paths.flatMap { $0 })
                } else {
                    let closed = paths.flatMap { ring in Array(ring.reversed()) + ring.suffix(1) }
                    #expect(feature.geometry.positions == closed)
                }
            }
        }
        #expect(seen > 0)
    }

    @Test func `the outer borders of GeoJSON run counterclockwise`() throws {
        let map = try AreaMap.krakow()
        for tile in try tiles(of: map, zoom: 12, about: 40) {
            for feature in try FeatureCollection(map.geoJSON(tile)).features {
                for polygon in feature.geometry.polygons {
                    #expect(polygon.exterior.positions.doubledArea > 0)
                    #expect(polygon.holes.allSatisfy { $0.positions.doubledArea < 0 })
                }
            }
        }
    }

    @Test(arguments: [
        (8, 0, 0), (8, 255, 255), (16, 0, 0), (22, 0, 0), (22, 4_194_303, 4_194_303), (0, 0, 0), (7, 71, 43),
        (16, 36_397, 0), (22, 0, 1_421_000),
    ])
    func `a tile away from the city shows nothing`(zoom: Int, x: Int, y: Int) throws {
        let map = try AreaMap.krakow()
        let tile = try #require(Tile(zoom: zoom, x: x, y: y))
        #expect(map.vectorTile(tile).isEmpty)
        let empty = #"{"type":"FeatureCollection","features":[]}"#
        #expect(String(decoding: map.geoJSON(tile), as: UTF8.self) == empty)
    }

    @Test func `only what is in force on the day is shown`() throws {
        let square = try TestArea.square(longitude: 20, latitude: 50, micros: 20_000)
        let tile = try #require(Tile(containing: try coordinate(20.01, 50.01), zoom: 12))
        for (day, layers) in [("2025-12-31", ["districts", "zones"]), ("2026-01-01", ["zones"])] {
            let map = try TestArea.map(
                districts: [("I", 1, square)],
                zones: [("SKWER", square)],
                districtsUntil: "2026-01-01",
                on: day
            )
            #expect(try DecodedVectorTile(map.vectorTile(tile)).layers.map(\.name) == layers)
            #expect(map.attributions == ["© parks"])
        }
    }

    @Test func `a city without anything has empty tiles and no bounds`() throws {
        let square = try TestArea.square(longitude: 20, latitude: 50, micros: 20_000)
        let map = try TestArea.map(districts: [("I", 1, square)], districtsUntil: "2020-01-01")
        #expect(map.bounds == nil)
        #expect(map.attributions.isEmpty)
        #expect(map.vectorTile(try #require(Tile(zoom: 8, x: 142, y: 86))).isEmpty)
    }

    @Test func `a tile deep inside a district is filled by it`() throws {
        let map = try AreaMap.krakow()
        let tile = try #require(Tile(containing: try coordinate(19.937_3, 50.061_7), zoom: 19))
        let districts = try #require(try DecodedVectorTile(map.vectorTile(tile))["districts"])
        #expect(districts.features.map { $0.properties["code"] } == [.string("I")])
        let corners = [(-64, -64), (4_160, -64), (4_160, 4_160), (-64, 4_160)]
        #expect(Set(districts.features[0].paths[0]) == Set(corners.map { .init(x: $0.0, y: $0.1) }))
    }

    @Test func `the same areas give the same bytes`() throws {
        let (first, second) = (try AreaMap.krakow(), try AreaMap.krakow())
        for tile in try tiles(of: first, zoom: 11, about: 9) {
            #expect(first.vectorTile(tile) == second.vectorTile(tile))
            #expect(first.geoJSON(tile) == second.geoJSON(tile))
        }
    }
}

private func coordinate(_ longitude: Double, _ latitude: Double) throws -> Coordinate {
    try #require(Coordinate(longitude: longitude, latitude: latitude))
}

extension [Coordinate] {
    /// Twice the area in square microdegrees, positive for a ring that runs counterclockwise.
    fileprivate var doubledArea: Int {
        zip(self, dropFirst()).reduce(0) { area, edge in
            area + Int(edge.0.longitudeMicros) * Int(edge.1.latitudeMicros)
                - Int(edge.1.longitudeMicros) * Int(edge.0.latitudeMicros)
        }
    }
}

extension Drawing {
    /// The positions of edges that only one district has.
    fileprivate var outline: Set<TilePosition> {
        var edges: Set<[TilePosition]> = []
        for figure in figures.prefix(18) {
            guard case .rings(let rings) = figure.shape else { continue }
            for ring in rings {
                for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                    edges.insert([start, end])
                }
            }
        }
        return Set(edges.filter { !edges.contains([$0[1], $0[0]]) }.joined())
    }
}
