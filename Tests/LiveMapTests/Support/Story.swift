import Formats
import Geography
import LiveMap
import Reports
import Testing

/// What happens to some reports, at random but the same for the same seed.
struct Story {
    var random: SplitMix
    static let categories = ["road.pothole", "waste.bin", "green.tree", "noise"]
    private static let units = ["ZDMK", "MPO", "ZZM"]
    private static let spots = [(19.937, 50.061), (19.9371, 50.0611), (20.05, 50.07), (19.94921875, 50.0)]

    init(seed: UInt64) {
        random = SplitMix(state: seed)
    }

    mutating func fraction() -> Double { Double.random(in: 0..<1, using: &random) }
    mutating func choice(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    mutating func one<Element>(of elements: [Element]) -> Element { elements[choice(below: elements.count)] }

    /// A report as it might come in: often near one of a few spots.
    mutating func newcomer(serial: Int, version: Int = 1) throws -> ReportMark {
        let (longitude, latitude) = one(of: Story.spots)
        let spread = one(of: [0, 0.0001, 0.003, 0.15])
        let created = Timestamp(seconds: 1_767_225_600 + Int64(choice(below: 180 * 86_400)))
        let kind = one(of: ReportKind.allCases)
        let status = one(of: ReportStatus.allCases)
        let closed = status.isOpen ? nil : created.advanced(bySeconds: Int64(choice(below: 60 * 86_400)))
        var spells: [ClosedSpell] = []
        if choice(below: 10) == 0, closed == nil {
            let start = created.advanced(bySeconds: Int64(choice(below: 20 * 86_400)))
            spells = [
                ClosedSpell(
                    closed: start,
                    reopened: start.advanced(bySeconds: Int64(choice(below: 30 * 86_400)))
                )
            ]
        }
        return try .sample(
            serial: serial,
            longitude: longitude + spread * (fraction() - 0.5),
            latitude: latitude + spread * (fraction() - 0.5),
            version: version,
            created: created,
            closed: closed,
            closedSpells: spells,
            category: one(of: Story.categories),
            kind: kind,
            status: status,
            unit: one(of: Story.units),
            district: one(of: ["I", "II", "III"]),
            supporters: one(of: [0, 0, 1, 5, 2_000]),
            members: choice(below: 6) == 0 ? one(of: [1, 3, 300]) : 0,
            isMember: choice(below: 9) == 0,
            isHidden: choice(below: 12) == 0,
            queue: facts(after: created)
        )
    }

    private mutating func facts(after created: Timestamp) -> QueueFacts {
        QueueFacts(
            updated: created.advanced(bySeconds: Int64(choice(below: 1_000))),
            due: choice(below: 2) == 0 ? created.advanced(bySeconds: Int64(choice(below: 9)) * 86_400) : nil,
            assignee: one(of: [nil, nil, 1, 7, 70_000]),
            channel: one(of: Channel.allCases),
            isUrgent: choice(below: 10) == 0,
            needsReview: choice(below: 10) == 0,
            asked: choice(below: 8) == 0 ? one(of: [["MPO"], ["ZZM", "ZCK"]]) : []
        )
    }

    /// A new report, a change of an old one, or old news.
    mutating func next(after map: NaiveMap) throws -> ReportMark {
        let serial = 1 + choice(below: 1_500)
        let number = try #require(ReportNumber(prefix: "KCK", year: 2026, serial: serial))
        let known = map.marks[number]?.version ?? 0
        return try newcomer(serial: serial, version: max(1, known + one(of: [1, 1, 1, 0, -1])))
    }

    /// A place about one of the spots, within so many degrees.
    mutating func place(within spread: Double) throws -> Coordinate {
        let (longitude, latitude) = one(of: Story.spots)
        return try #require(
            Coordinate(
                longitude: longitude + spread * (fraction() - 0.5),
                latitude: latitude + spread * (fraction() - 0.5)
            )
        )
    }

    /// Somebody's look at a tile.
    mutating func look(on day: MapDay) throws -> (Tile, MapView) {
        let place = try place(within: one(of: [0, 0.002, 0.1]))
        let tile = try #require(Tile(containing: place, zoom: choice(below: 23)))
        var filter = one(of: [MapFilter.usual, .everything])
        if choice(below: 2) == 0 { try narrow(&filter) }
        let viewer = one(
            of: [.everyone, .everyone, .centre, .unit("MPO"), .unitAlone("ZZM")] as [MapView.Viewer]
        )
        return (tile, MapView(filter, on: day, for: viewer, clustering: one(of: [.on, .off])))
    }

    private mutating func narrow(_ filter: inout MapFilter) throws {
        if choice(below: 3) == 0 { filter.categories = [one(of: Story.categories), "unheard.of"] }
        if choice(below: 3) == 0 { filter.kinds = [.intervention, .idea] }
        if choice(below: 4) == 0 { filter.units = ["MPO"] }
        if choice(below: 4) == 0 { filter.districts = ["I", "III"] }
        if choice(below: 4) == 0 { filter.from = Timestamp(seconds: 1_772_000_000) }
        if choice(below: 4) == 0 { filter.until = Timestamp(seconds: 1_778_000_000) }
        if choice(below: 4) == 0 { filter.supporters = one(of: [1, 5]) }
        if choice(below: 3) == 0 { filter.states = .some([.received, .resolved, .rejected]) }
        if choice(below: 3) == 0 { filter.queue = queueFilter() }
        if choice(below: 3) == 0 {
            filter.evening = MapFilter.Evening(
                try MapDay(one(of: ["2026-03-01", "2026-05-15", "2026-06-30"])),
                states: one(of: [.usual, .open, .closed])
            )
        }
    }

    /// What a unit might ask of its queue.
    private mutating func queueFilter() -> QueueFilter {
        var filter = QueueFilter()
        if choice(below: 3) == 0 {
            filter.holders = one(of: [[.nobody], [.account(7)], [.nobody, .account(70_000)]])
        }
        if choice(below: 3) == 0 { filter.dueFrom = Timestamp(seconds: 1_772_000_000) }
        if choice(below: 3) == 0 { filter.dueUntil = Timestamp(seconds: 1_778_000_000) }
        if choice(below: 3) == 0 { filter.channels = [.phone, .partner] }
        if choice(below: 5) == 0 { filter.isUrgent = true }
        if choice(below: 5) == 0 { filter.needsReview = true }
        if choice(below: 5) == 0 { filter.asked = one(of: ["ZZM", "unheard.of"]) }
        return filter
    }

    /// All tiles of a zoom in which a newcomer may lie.
    static func everywhere(at zoom: Int) -> Set<Tile> {
        guard let west = Coordinate(longitude: 19.8, latitude: 50.2),
            let east = Coordinate(longitude: 20.2, latitude: 49.9),
            let first = Tile(containing: west, zoom: zoom), let last = Tile(containing: east, zoom: zoom)
        else { return [] }
        return Set(
            (first.y...last.y).flatMap { y in
                (first.x...last.x).compactMap { Tile(zoom: zoom, x: $0, y: y) }
            }
        )
    }
}
