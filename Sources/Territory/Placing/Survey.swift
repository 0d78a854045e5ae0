import Geography

/// The areas in force on a day, in metres: what GEOS says of them is the truth about every place.
///
/// The handles within are for one thread at a time; whoever shares a survey guards it.
struct Survey: ~Copyable {
    let projection: Projection
    /// In the order of their official numbers.
    private let districts: [District]
    let zones: [Zone]
    let districtAreas: [SurveyedArea]
    let zoneAreas: [SurveyedArea]
    let tolerance: Tolerance
    /// Everything that the city's outer border encloses; who is in there and in no district is in a gap.
    let enclosure: PreparedShape<Metres>
    /// What the outer border encloses and no district covers.
    let gaps: [Polygon<Metres>]
    /// Beyond this box nothing is near the city.
    let bounds: Bounds?

    /// Projects and prepares all areas; throws when one of them is no area or cannot be computed with.
    init(_ areas: AreasInForce, tolerance: Tolerance) throws {
        let context = try GeometryContext()
        let projection = try Projection()
        let districtAreas = try areas.districts.map { district in
            try SurveyedArea(district.outline, named: district.code, projection, in: context)
        }
        let zoneAreas = try areas.zones.map { zone in
            try SurveyedArea(zone.geometry, named: zone.identifier, projection, in: context)
        }
        let outlines = try areas.districts.map { try projection.metres(of: $0.outline) }
        let city = try Shape(.multiPolygon(outlines.flatMap(\.polygons)), in: context).dissolved().outlines()
        let borders = city.filter { $0.side == .exterior }
        let gaps = try city.filter { $0.side == .hole }.map {
            Polygon(exterior: try LinearRing($0.positions))
        }
        let parts = try borders.map { Polygon(exterior: try LinearRing($0.positions)) }
        let enclosure = try PreparedShape(Shape(.multiPolygon(parts), in: context))
        districts = areas.districts
        zones = areas.zones
        let reach = max(tolerance.gap, tolerance.outside)
        bounds = areas.bounds.map {
            Bounds(around: $0.southWest, metres: reach).union(Bounds(around: $0.northEast, metres: reach))
        }
        self.tolerance = tolerance
        self.districtAreas = districtAreas
        self.zoneAreas = zoneAreas
        self.gaps = gaps
        self.enclosure = enclosure
        self.projection = projection
    }

    /// Where a coordinate is in the city's metric system; nil where no district can be near.
    func metres(of coordinate: Coordinate) throws -> Metres? {
        // Far away the projection has no metres to give, or wrong ones.
        guard bounds?.contains(coordinate) == true else { return nil }
        return try projection.metres(of: coordinate)
    }

    /// The areas that contain a place.
    func combination(at place: Metres) throws -> Combination {
        guard let district = try district(at: place)?.index else { return .outside }
        var containing: [Int32] = []
        for index in zones.indices where try contains(place, zone: index) { containing.append(Int32(index)) }
        return Combination(district: Int32(district), zones: containing)
    }

    /// The district of a place by its position in `districts`, and how it came to it; nil outside of the city.
    func district(at place: Metres) throws -> (index: Int, way: DistrictFinding.Way)? {
        var first: Int?
        for (index, area) in districtAreas.enumerated() where try area.covers(place) {
            if let first { return (first, .onBorder) }
            first = index
        }
        if let first { return (first, .inside) }
        guard let nearest = try nearestDistrict(to: place) else { return nil }
        if try enclosure.covers(place) {
            return nearest.distance <= tolerance.gap ? (nearest.index, .inGap(nearest.distance)) : nil
        }
        return nearest.distance <= tolerance.outside ? (nearest.index, .justOutside(nearest.distance)) : nil
    }

    /// The other districts that a place may belong to, because the borders are no more precise.
    func candidates(besides chosen: Int, at place: Metres) throws -> [DistrictFinding.Candidate] {
        var found: [DistrictFinding.Candidate] = []
        for (index, district) in districts.enumerated() where index != chosen {
            let doubt = max(district.precision, districts[chosen].precision)
            let area = districtAreas[index]
            guard area.box.contains(place, within: doubt) else { continue }
            let distance = try area.distance(to: place)
            if distance <= doubt { found.append(.init(district: district, distance: distance)) }
        }
        // The districts' own order breaks ties, as `sort` is stable.
        return found.sorted { $0.distance < $1.distance }
    }

    /// The zones that may matter at a place: within their reach or `horizon` metres, as exact as they are drawn.
    func zones(at place: Metres, horizon: Double) throws -> [ZoneFinding] {
        var findings: [ZoneFinding] = []
        for (zone, area) in zip(zones, zoneAreas) {
            let reach = max(horizon, zone.reach) + zone.precision
            guard area.box.contains(place, within: zone.halfWidth + reach) else { continue }
            let distance = try area.distance(to: place)
            let edge = max(0, distance - zone.halfWidth)
            guard edge <= reach else { continue }
            let turn = zone.halfWidth + zone.reach
            let margin = distance > 0 ? abs(distance - turn) : try turn + area.depth(of: place)
            findings.append(ZoneFinding(zone: zone, distance: edge, margin: margin))
        }
        return findings
    }

    private func contains(_ place: Metres, zone index: Int) throws -> Bool {
        let area = zoneAreas[index]
        let turn = zones[index].halfWidth + zones[index].reach
        guard turn > 0 else { return try area.covers(place) }
        guard area.box.contains(place, within: turn) else { return false }
        return try area.distance(to: place) <= turn
    }

    /// The nearest district within tolerance; of equally near ones that with the lowest number.
    private func nearestDistrict(to place: Metres) throws -> (index: Int, distance: Double)? {
        var nearest: (index: Int, distance: Double)?
        let reach = max(tolerance.gap, tolerance.outside)
        for (index, area) in districtAreas.enumerated() where area.box.contains(place, within: reach) {
            let distance = try area.distance(to: place)
            if distance < nearest?.distance ?? .infinity { nearest = (index, distance) }
        }
        return nearest
    }
}

extension Zone {
    /// Metres from a line to its edge.
    var halfWidth: Double { width / 2 }
}
