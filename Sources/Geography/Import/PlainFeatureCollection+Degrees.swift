extension PlainFeatureCollection {
    /// The features in degrees, rounded to microdegrees.
    ///
    /// - Parameters:
    ///   - given: the system that the file's bearer names, if any; without any name the numbers must be degrees.
    ///   - region: where each feature must have a part at least, by which swapped axes and wrong systems show.
    /// - Returns: the features in the order of the file.
    /// - Throws: what the numbers look like, if they can't be places of the region.
    package func features(
        in given: ReferenceSystem?,
        near region: Bounds
    ) throws(PlainFeatureError) -> [Feature] {
        let system = try system(given)
        let placer = Placer(region: region)
        let way = try Way(from: system)
        var moved: [Feature] = []
        moved.reserveCapacity(features.count)
        for (index, feature) in features.enumerated() {
            guard let geometry = way.degrees(of: feature.geometry) else {
                let guess = placer.guess(feature.geometry)
                if system == nil { throw .noDegrees(feature: index, guess: guess) }
                throw .elsewhere(feature: index, system: system ?? .wgs84, guess: guess)
            }
            if geometry.bounds?.intersects(region) != true {
                if placer.isSwapped(feature.geometry, way) {
                    throw .swapped(feature: index, inDegrees: system == nil || system == .wgs84)
                }
                let guess = placer.guess(feature.geometry)
                throw .elsewhere(feature: index, system: system ?? .wgs84, guess: guess)
            }
            moved.append(Feature(id: feature.id, geometry: geometry, properties: feature.properties))
        }
        return moved
    }

    private func system(_ given: ReferenceSystem?) throws(PlainFeatureError) -> ReferenceSystem? {
        let system: ReferenceSystem?
        switch declaration {
        case .none: system = given
        case .unknown(let name): throw .unreadable(name)
        case .system(let declared):
            if let given, given != declared { throw .contradiction(declared: declared, given: given) }
            system = declared
        }
        if let system, !system.isReadable { throw .unreadable(system.name) }
        return system
    }
}

/// The way from one system's numbers to degrees.
private struct Way: ~Copyable {
    private let transform: Transform?

    /// Nil stands for degrees.
    init(from system: ReferenceSystem?) throws(PlainFeatureError) {
        guard let system, system != .wgs84 else {
            transform = nil
            return
        }
        do {
            transform = try Transform(from: system.name, to: ReferenceSystem.wgs84.name)
        } catch {
            throw .projection(error)
        }
    }

    /// The geometry in degrees; nil if it is nowhere on Earth.
    func degrees(of geometry: Geometry<PlainPosition>) -> Geometry<Coordinate>? {
        do {
            return try geometry.mapped { positions throws(ProjectionError) in try degrees(of: positions) }
        } catch {
            return nil
        }
    }

    private func degrees(of positions: [PlainPosition]) throws(ProjectionError) -> [Coordinate] {
        var x = positions.map(\.x)
        var y = positions.map(\.y)
        if transform != nil { try transform?.move(&x, &y, .forward) }
        var coordinates: [Coordinate] = []
        coordinates.reserveCapacity(positions.count)
        for (longitude, latitude) in zip(x, y) {
            guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
                throw .outOfReach
            }
            coordinates.append(coordinate)
        }
        return coordinates
    }
}

/// Finds out what numbers that lead nowhere were meant to be.
private struct Placer {
    let region: Bounds

    /// Whether the geometry would be in the region with its axes in the other order.
    func isSwapped(_ geometry: Geometry<PlainPosition>, _ way: borrowing Way) -> Bool {
        let turned = geometry.mapped { $0.map(\.swapped) }
        return way.degrees(of: turned)?.bounds?.intersects(region) == true
    }

    /// The system in which the geometry would be in the region, if there is one.
    func guess(_ geometry: Geometry<PlainPosition>) -> ReferenceSystem? {
        for system in ReferenceSystem.conceivable {
            guard let way = try? Way(from: system) else { continue }
            if way.degrees(of: geometry)?.bounds?.intersects(region) == true { return system }
        }
        return nil
    }
}
