import Geography

/// A district with its made-up streets and busy places, where reports gather as they do in a real city.
struct SeedDistrict {
    private struct Hotspot {
        let place: SeedPlace
        let deviation: Int
    }

    private static let stepMetres = 50
    private static let directions = [
        (1000, 0), (924, 383), (707, 707), (383, 924), (0, 1000), (-383, 924), (-707, 707), (-924, 383),
        (-1000, 0), (-924, -383), (-707, -707), (-383, -924), (0, -1000), (383, -924), (707, -707),
        (924, -383),
    ]

    let area: SeedArea
    private let index: Int
    /// How many names its streets have.
    private let names: Int
    /// Each street's course, in steps of 50 m; the courses take turns with the names.
    private let streets: [[Coordinate]]
    private var hotspots: [Hotspot] = []
    /// A place inside for when chance finds none.
    private let anchor: SeedPlace

    /// Lays streets and busy places out; nil if the area has no inside.
    init?(_ area: SeedArea, index: Int, names: Int, residents: Int, random: inout SeedRandom) {
        guard let inside = area.place(&random) else { return nil }
        anchor = SeedPlace(coordinate: inside, district: index, street: 0, number: 1)
        self.area = area
        self.index = index
        self.names = names
        var streets: [[Coordinate]] = []
        for _ in 0..<(20 + residents / 1_500) {
            guard let middle = area.place(&random) else { return nil }
            streets.append(SeedDistrict.street(through: middle, in: area, &random))
        }
        self.streets = streets
        for _ in 0..<(12 + residents / 2_500) {
            let place = random.chance(60) ? streetPlace(&random) : anyPlace(&random)
            guard let place else { return nil }
            hotspots.append(Hotspot(place: place, deviation: 40 + random.below(160)))
        }
    }

    private static func street(
        through middle: Coordinate,
        in area: SeedArea,
        _ random: inout SeedRandom
    ) -> [Coordinate] {
        var heading = random.below(directions.count)
        let back = heading + directions.count / 2
        var course = [middle]
        course.append(contentsOf: walk(from: middle, heading: &heading, in: area, &random))
        var away = back
        return walk(from: middle, heading: &away, in: area, &random).reversed() + course
    }

    private static func walk(
        from start: Coordinate,
        heading: inout Int,
        in area: SeedArea,
        _ random: inout SeedRandom
    ) -> [Coordinate] {
        var course: [Coordinate] = []
        var last = start
        for _ in 0..<(4 + random.below(18)) {
            if random.chance(15) { heading += random.chance(50) ? 1 : directions.count - 1 }
            let (east, north) = directions[heading % directions.count]
            guard
                let next = last.moved(
                    east: stepMetres * east / 1_000,
                    north: stepMetres * north / 1_000
                ),
                area.contains(next)
            else { break }
            course.append(next)
            last = next
        }
        return course
    }

    /// A place for a report: mostly along a street or around a busy spot, always inside.
    func place(_ random: inout SeedRandom) -> SeedPlace {
        for _ in 0..<8 {
            let way = random.below(100)
            let place = way < 48 ? streetPlace(&random) : way < 86 ? hotspotPlace(&random) : anyPlace(&random)
            if let place, area.contains(place.coordinate) { return place }
        }
        return anyPlace(&random) ?? anchor
    }

    /// A place some metres from another in the district; the other itself if chance leads outside.
    func place(near other: SeedPlace, deviation: Int, _ random: inout SeedRandom) -> SeedPlace {
        let moved = other.moved(east: random.around(deviation), north: random.around(deviation))
        guard let place = moved?.blurred(&random), area.contains(place.coordinate) else { return other }
        return place
    }

    private func streetPlace(_ random: inout SeedRandom) -> SeedPlace? {
        let street = random.lowBelow(streets.count)
        let step = random.below(streets[street].count)
        let along = random.below(SeedDistrict.stepMetres)
        let from = streets[street][step]
        let to = streets[street][min(step + 1, streets[street].count - 1)]
        let east = Int(to.longitudeMicros - from.longitudeMicros) * along / SeedDistrict.stepMetres / 14
        let north = Int(to.latitudeMicros - from.latitudeMicros) * along / SeedDistrict.stepMetres / 9
        return SeedPlace(
            coordinate: from,
            district: index,
            street: street % names,
            number: 1 + step * 3 + along / 17
        ).moved(east: east + random.around(7), north: north + random.around(7))?.blurred(&random)
    }

    private func hotspotPlace(_ random: inout SeedRandom) -> SeedPlace? {
        guard !hotspots.isEmpty else { return nil }
        let hotspot = hotspots[random.lowBelow(hotspots.count)]
        return hotspot.place.moved(
            east: random.around(hotspot.deviation),
            north: random.around(hotspot.deviation)
        )?.blurred(&random)
    }

    /// Anywhere inside, at a random address.
    private func anyPlace(_ random: inout SeedRandom) -> SeedPlace? {
        area.place(&random).map {
            SeedPlace(
                coordinate: $0,
                district: index,
                street: random.below(names),
                number: 1 + random.below(90)
            )
        }
    }
}

extension SeedPlace {
    /// Moved within its metre, as nobody drops a pin on a grid.
    fileprivate func blurred(_ random: inout SeedRandom) -> SeedPlace? {
        Coordinate(
            longitudeMicros: coordinate.longitudeMicros + Int32(random.below(14)),
            latitudeMicros: coordinate.latitudeMicros + Int32(random.below(9))
        ).map { SeedPlace(coordinate: $0, district: district, street: street, number: number) }
    }
}
