package import Geography

/// Where a point lies: its district, the zones around it, and how sure that is.
package struct Site: Sendable, Equatable {
    package let coordinate: Coordinate
    /// The same place in the city's metric system (EPSG:2178).
    package let metres: Metres
    package let district: DistrictFinding
    /// Every routing zone that contains the place, or is so near that a rule or its imprecision may matter.
    package let zones: [ZoneFinding]

    package init(
        coordinate: Coordinate,
        metres: Metres,
        district: DistrictFinding,
        zones: [ZoneFinding]
    ) {
        self.coordinate = coordinate
        self.metres = metres
        self.district = district
        self.zones = zones
    }
}

/// The district of a place, and why it is this one.
package struct DistrictFinding: Sendable, Equatable {
    /// How a place came to its district.
    package enum Way: Sendable, Equatable {
        /// It lies inside of this district alone.
        case inside
        /// It lies on the border of several; the lowest number takes it.
        case onBorder
        /// It lies in a gap between the districts' outlines, so many metres from the nearest.
        case inGap(Double)
        /// It lies outside of the city, but only by so many metres.
        case justOutside(Double)
    }

    /// Another district that the place may belong to, as exact as the borders are.
    package struct Candidate: Sendable, Equatable {
        package let district: District
        /// Metres to the district; 0 inside.
        package let distance: Double

        package init(district: District, distance: Double) {
            self.district = district
            self.distance = distance
        }
    }

    package let district: District
    package let way: Way
    /// The districts besides that lie nearer than the borders are precise, nearest first.
    package let candidates: [Candidate]

    package init(district: District, way: Way, candidates: [Candidate]) {
        self.district = district
        self.way = way
        self.candidates = candidates
    }
}

/// A zone that contains a place or is near to it.
package struct ZoneFinding: Sendable, Equatable {
    package let zone: Zone
    /// Metres from the zone's edge, 0 inside.
    ///
    /// A line's edge is half its width away from the line.
    package let distance: Double
    /// Metres to where the answer turns over: to leave the zone, or to come into it.
    package let margin: Double

    package init(zone: Zone, distance: Double, margin: Double) {
        self.zone = zone
        self.distance = distance
        self.margin = margin
    }

    /// Whether the zone contains the place: it lies inside, or within the zone's own reach.
    package var contains: Bool { distance <= zone.reach }
    /// Whether the data are precise enough to say so.
    package var isCertain: Bool { margin >= zone.precision }
}

extension Site {
    /// Whether the data are not precise enough to say for sure in which areas the place lies.
    package var isDoubtful: Bool {
        !district.candidates.isEmpty || zones.contains { !$0.isCertain }
    }
}
