import Geography
import Testing

@testable import Territory

/// The shipped districts and zones as every zoom draws them, before they are cut into tiles.
struct DrawingTests {
    private func rings(_ drawing: Drawing, districts: Bool) -> [(area: Int, rings: [[TilePosition]])] {
        drawing.figures.compactMap { figure in
            guard case .rings(let rings) = figure.shape, (figure.area < 18) == districts else { return nil }
            return (figure.area, rings)
        }
    }

    @Test func `no area crosses itself at any zoom`() throws {
        let map = try AreaMap.krakow()
        let context = try GeometryContext()
        #expect(map.drawings.map(\.zoom) == Array(AreaMap.zooms))
        for drawing in map.drawings {
            for (area, rings) in rings(drawing, districts: true) + rings(drawing, districts: false) {
                for polygon in TilePolygon.areas(of: rings) {
                    let defect = try Shape(polygon.geometry(), in: context).defect()
                    #expect(defect == nil, "\(drawing.zoom) \(map.areas[area].properties)")
                }
            }
        }
    }

    @Test func `districts stay and share their borders at every zoom`() throws {
        for drawing in try AreaMap.krakow().drawings {
            let districts = rings(drawing, districts: true)
            #expect(districts.count == 18)
            var edges: Set<[TilePosition]> = []
            for ring in districts.flatMap(\.rings) {
                for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                    #expect(edges.insert([start, end]).inserted)
                }
            }
            // What has no counterpart must be one way round the whole city: there is no gap between districts.
            let outline = edges.filter { !edges.contains([$0[1], $0[0]]) }
            var onward: [TilePosition: TilePosition] = [:]
            for edge in outline { #expect(onward.updateValue(edge[1], forKey: edge[0]) == nil) }
            let start = try #require(outline.first?.first)
            var around = [start]
            while let next = onward[around[around.count - 1]], next != start { around.append(next) }
            #expect(around.count == outline.count)
            let sum = districts.flatMap(\.rings).reduce(0) { $0 + $1.doubledArea }
            #expect(sum == around.doubledArea)
        }
    }

    @Test func `districts don't overlap at any zoom`() throws {
        let context = try GeometryContext()
        for drawing in try AreaMap.krakow().drawings {
            let outlines = rings(drawing, districts: true).compactMap {
                TilePolygon.areas(of: $0.rings).first
            }
            for (index, outline) in outlines.enumerated() {
                let shape = try Shape(outline.geometry(), in: context)
                for other in outlines[..<index] {
                    let common = try shape.intersection(Shape(other.geometry(), in: context))
                    #expect(try common.area() == 0)
                }
            }
        }
    }

    @Test func `a border moves by half a pixel at most, and by the rounding to the tile's units`() throws {
        let districts = try AreaMap.shippedDistricts()
        let context = try GeometryContext()
        for drawing in try AreaMap.krakow().drawings where [8, 11, 14, 16].contains(drawing.zoom) {
            for (area, rings) in rings(drawing, districts: true) {
                let border = try Shape(TilePolygon(exterior: rings[0]).geometry(), in: context).boundary()
                let world = Double(1 << (31 - drawing.zoom - 12))
                for position in districts[area].outline.positions {
                    let key = MortonKey(position)
                    let place = Metres(x: Double(key.x) / world, y: -Double(key.y) / world)
                    #expect(try border.distance(to: Shape(place, in: context)) <= 4 + 0.75)
                }
            }
        }
    }

    @Test func `the deepest zoom shows nearly every position, the first a few`() throws {
        let counts = try AreaMap.krakow().drawings.map { drawing in
            rings(drawing, districts: true).reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.count } }
        }
        #expect(counts == counts.sorted())
        #expect(counts[0] < 700)
        #expect(counts[8] > 2_800)
    }

    @Test func `what is smaller than a pixel is left out, but never a district`() throws {
        let tiny = try TestArea.square(longitude: 20, latitude: 50, micros: 150)
        let map = try TestArea.map(districts: [("I", 1, tiny)], zones: [("SKWER", tiny)])
        for drawing in map.drawings {
            let shown = drawing.figures.map { map.areas[$0.area].layer }
            // From north to south it is 1.4 pixels of zoom 12, as the map stretches towards the poles.
            #expect(shown == (drawing.zoom < 12 ? [.districts] : [.districts, .zones]))
            for figure in drawing.figures {
                guard case .rings(let rings) = figure.shape else { continue }
                #expect(rings.count == 1 && rings[0].count >= 3 && rings[0].doubledArea > 0)
            }
        }
    }
}
