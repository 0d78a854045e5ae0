import Geography

extension Drawing {
    /// How far a border may move: half a pixel, with a tile 512 pixels wide.
    private static let tolerance = Double(VectorTile.extent / 512 / 2)
    /// What is smaller than a pixel isn't drawn.
    private static let pixel = VectorTile.extent / 512
    /// So many positions a drawing may have: as they may all be in one tile, this bounds what a tile costs.
    private static let mostPositions = 100_000

    /// The drawings of all zooms: districts with their common borders, every zone for itself.
    static func all(of districts: [Geometry<Coordinate>], and zones: [Geometry<Coordinate>]) -> [Drawing] {
        var sketches = [Sketch(districts, firstArea: 0, keepsSmall: true)]
        sketches += zones.enumerated().map { index, zone in
            Sketch([zone], firstArea: districts.count + index, keepsSmall: false)
        }
        var drawings: [Drawing] = []
        for zoom in AreaMap.zooms.reversed() {
            let unit = MortonKey.bitsPerAxis - zoom - VectorTile.extent.trailingZeroBitCount
            var tolerance = Drawing.tolerance
            // From the finest to the coarsest, each taking out more of what the one before has left.
            repeat {
                for index in sketches.indices {
                    sketches[index].simplify(tolerance: tolerance * Double(1 << unit))
                }
                tolerance *= 2
            } while sketches.reduce(0) { $0 + $1.count } > mostPositions && tolerance < 1e6
            drawings.append(
                Drawing(zoom: zoom, figures: sketches.flatMap { $0.figures(unit: unit, pixel: pixel) })
            )
        }
        return drawings.reversed()
    }
}

/// Areas that are simplified together, on their way to the coarser zooms.
private struct Sketch {
    /// Which paths of the simplifier make an area, or a part of one.
    private enum Part {
        case polygon(exterior: Int, holes: Range<Int>)
        case line(Int)
    }

    private let firstArea: Int
    private let keepsSmall: Bool
    private var areas: [[Part]] = []
    /// A place in each area, for the case that nothing else is left of it.
    private let places: [TilePosition?]
    private var simplifier: ArcSimplifier

    init(_ geometries: [Geometry<Coordinate>], firstArea: Int, keepsSmall: Bool) {
        self.firstArea = firstArea
        self.keepsSmall = keepsSmall
        places = geometries.map { $0.positions.first?.cell }
        var rings: [[TilePosition]] = []
        var lines: [[TilePosition]] = []
        for geometry in geometries {
            var parts: [Part] = []
            switch geometry {
            case .polygon, .multiPolygon:
                for polygon in geometry.polygons {
                    let exterior = rings.count
                    rings.append(polygon.exterior.cells)
                    rings += polygon.holes.map(\.cells)
                    parts.append(.polygon(exterior: exterior, holes: exterior + 1..<rings.count))
                }
            case .lineString(let line):
                parts.append(.line(lines.count))
                lines.append(line.positions.map(\.cell))
            case .multiLineString(let several):
                for line in several {
                    parts.append(.line(lines.count))
                    lines.append(line.positions.map(\.cell))
                }
            case .point, .multiPoint: break
            }
            areas.append(parts)
        }
        simplifier = ArcSimplifier(ArcNetwork(rings: rings, lines: lines))
    }

    var count: Int { simplifier.count }

    mutating func simplify(tolerance: Double) {
        simplifier.simplify(tolerance: tolerance)
    }

    func figures(unit: Int, pixel: Int) -> [Drawing.Figure] {
        let (rings, lines) = simplifier.paths(unit: unit)
        return areas.enumerated().compactMap { index, parts in
            var shownRings: [[TilePosition]] = []
            var shownLines: [[TilePosition]] = []
            for part in parts {
                switch part {
                case .polygon(let exterior, let holes):
                    guard isShown(rings[exterior], pixel) else { continue }
                    shownRings.append(rings[exterior].running(clockwise: true))
                    for hole in rings[holes] where isShown(hole, pixel) {
                        shownRings.append(hole.running(clockwise: false))
                    }
                case .line(let line):
                    if isLarge(lines[line], pixel) { shownLines.append(lines[line]) }
                }
            }
            if keepsSmall, shownRings.isEmpty, let place = places[index] {
                shownRings = [place.rounded(unit).smallestRing]
            }
            let shape: Drawing.Shape = shownLines.isEmpty ? .rings(shownRings) : .lines(shownLines)
            let positions = (shownRings + shownLines).joined()
            guard let box = TileBox(enclosing: positions) else { return nil }
            return Drawing.Figure(area: firstArea + index, box: box, shape: shape)
        }
    }

    private func isShown(_ ring: [TilePosition], _ pixel: Int) -> Bool {
        ring.doubledArea != 0 && (keepsSmall || isLarge(ring, pixel))
    }

    private func isLarge(_ positions: [TilePosition], _ pixel: Int) -> Bool {
        (TileBox(enclosing: positions)?.size ?? 0) >= pixel
    }
}

extension LinearRing<Coordinate> {
    fileprivate var cells: [TilePosition] { positions.dropLast().map(\.cell) }
}

extension Coordinate {
    fileprivate var cell: TilePosition {
        let key = MortonKey(self)
        return TilePosition(x: Int(key.x), y: Int(key.y))
    }
}

extension TilePosition {
    /// The smallest area that a vector tile can show.
    fileprivate var smallestRing: [TilePosition] {
        [self, TilePosition(x: x + 1, y: y), TilePosition(x: x, y: y + 1)]
    }
}

extension [TilePosition] {
    fileprivate func running(clockwise: Bool) -> [TilePosition] {
        (doubledArea > 0) == clockwise ? self : reversed()
    }
}
