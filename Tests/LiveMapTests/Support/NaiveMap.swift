import Formats
import Geography
import LiveMap
import Reports

/// What the map ought to show, worked out from the marks alone, one after the other.
struct NaiveMap {
    private(set) var marks: [ReportNumber: ReportMark] = [:]
    var withheld: Set<String> = []

    mutating func apply(_ mark: ReportMark) {
        if let known = marks[mark.number], known.version >= mark.version { return }
        marks[mark.number] = mark
    }

    /// The marks that a view shows, each with the state that it is shown in.
    func shown(_ view: MapView) -> [(mark: ReportMark, state: String)] {
        marks.values.compactMap { mark in state(of: mark, view).map { (mark, $0) } }
    }

    private func state(of mark: ReportMark, _ view: MapView) -> String? {
        if mark.isMember { return nil }
        let filter = view.filter
        let isPublic =
            !mark.isHidden && mark.status.isPublic(of: mark.kind) && !withheld.contains(mark.category)
        switch view.viewer {
        case .everyone: guard isPublic else { return nil }
        case .centre: break
        case .unit(let unit): guard isPublic || mark.isSeen(by: unit) else { return nil }
        case .unitAlone(let unit): guard mark.isSeen(by: unit) else { return nil }
        }
        guard filter.categories?.contains(mark.category) != false, filter.kinds?.contains(mark.kind) != false,
            filter.units?.contains(mark.unit) != false, filter.districts?.contains(mark.district) != false,
            filter.from.map({ mark.created >= $0 }) != false,
            filter.until.map({ mark.created < $0 }) != false,
            mark.supporters >= filter.supporters, filter.queue.admits(mark.queue)
        else { return nil }
        if let evening = filter.evening { return state(of: mark, on: evening) }
        switch filter.states {
        case .every: break
        case .some(let states): guard states.contains(mark.status) else { return nil }
        case .usual:
            if let closed = mark.closed, closed < view.day.closedSince { return nil }
        }
        return mark.status.rawValue
    }

    private func state(of mark: ReportMark, on evening: MapFilter.Evening) -> String? {
        let moment = evening.day.end
        guard mark.created < moment else { return nil }
        var closing: Timestamp?
        for spell in mark.closedSpells where spell.closed < moment && spell.reopened >= moment {
            closing = spell.closed
        }
        if let closed = mark.closed, closed < moment { closing = closed }
        switch (evening.states, closing) {
        case (.open, .some), (.closed, .none): return nil
        case (.usual, .some(let closing)) where closing < evening.day.closedSince: return nil
        default: return closing == nil ? "open" : "closed"
        }
    }
}

extension NaiveMap {
    /// A mark on a tile, in words that can be compared.
    struct Feature: Hashable, CustomStringConvertible {
        let description: String
        let members: Int
    }

    /// What a tile shows: clusters first, then pins, each in the order of the curve.
    func features(of tile: Tile, _ view: MapView) -> [Feature] {
        let cells = cells(of: tile, view)
        var clusters: [Feature] = []
        var pins: [Feature] = []
        for (cell, members) in cells.sorted(by: { $0.key < $1.key }) {
            if isCluster(cell, in: cells, tile.zoom, view) {
                clusters.append(describe(cell, members, at: tile.zoom, view))
            } else {
                pins += members.map { describe($0.mark, $0.state) }
            }
        }
        return clusters + pins
    }

    private typealias Members = [(mark: ReportMark, state: String)]

    private func cells(of tile: Tile, _ view: MapView) -> [Int64: Members] {
        let inside = shown(view).filter { Tile(containing: $0.mark.coordinate, zoom: tile.zoom) == tile }
        let bits = Int64(2 * (31 - tile.zoom - 4))
        return Dictionary(grouping: inside) { MortonKey($0.mark.coordinate).rawValue >> bits }.mapValues {
            $0.sorted {
                let keys = (MortonKey($0.mark.coordinate), MortonKey($1.mark.coordinate))
                return keys.0 == keys.1 ? $0.mark.number.key < $1.mark.number.key : keys.0 < keys.1
            }
        }
    }

    private func isCluster(_ cell: Int64, in cells: [Int64: Members], _ zoom: Int, _ view: MapView) -> Bool {
        let count = cells[cell]?.count ?? 0
        guard zoom >= 15 || (view.clustering == .off && zoom >= 14) else { return count > 1 }
        guard cells.values.reduce(0, { $0 + $1.count }) > 5_000 else { return false }
        var features = cells.count
        for (other, members) in cells.sorted(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) {
            features += members.count - 1
            if features > 5_000 { return count > 1 }
            if other == cell { return false }
        }
        return false
    }

    /// The first zoom at which the members are more than one feature.
    private func opening(of members: Members, after zoom: Int, _ view: MapView) -> Int? {
        for deeper in (zoom + 1..<23) {
            let tiles = Set(members.compactMap { Tile(containing: $0.mark.coordinate, zoom: deeper) })
            guard tiles.count == 1, let tile = tiles.first else { return deeper }
            let cells = cells(of: tile, view)
            let bits = Int64(2 * (31 - deeper - 4))
            let homes = Set(members.map { MortonKey($0.mark.coordinate).rawValue >> bits })
            guard homes.count == 1, let home = homes.first, isCluster(home, in: cells, deeper, view) else {
                return deeper
            }
        }
        return nil
    }

    private func describe(_ mark: ReportMark, _ state: String) -> Feature {
        Feature(
            description: """
                \(mark.number.key) \(mark.coordinate.longitudeMicros) \(mark.coordinate.latitudeMicros) \
                \(mark.number) \(mark.category) \(mark.kind.rawValue) \(state) \(mark.created) \(mark.supporters) \
                \(mark.members)
                """,
            members: 1
        )
    }

    private func describe(_ cell: Int64, _ members: Members, at zoom: Int, _ view: MapView) -> Feature {
        let keys = members.map { MortonKey($0.mark.coordinate) }
        let x = keys.reduce(0) { $0 + Int($1.x) } / keys.count
        let y = keys.reduce(0) { $0 + Int($1.y) } / keys.count
        let centre = MortonKey(x: UInt32(x), y: UInt32(y))?.coordinate
        let states = Dictionary(grouping: members, by: \.state).mapValues(\.count)
        let open = members.count {
            $0.state == "open" || ReportStatus(rawValue: $0.state)?.isOpen == true
        }
        let categories = Dictionary(grouping: members, by: \.mark.category).mapValues(\.count)
        let leading = categories.min { ($1.value, $0.key) < ($0.value, $1.key) }
        let counts = states.filter { $0.key != "open" }.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value)" }
            .joined(separator: " ")
        let opens = opening(of: members, after: zoom, view).map { "\($0)" } ?? "never"
        return Feature(
            description: """
                \(1 << 52 | cell) \(centre?.longitudeMicros ?? 0) \(centre?.latitudeMicros ?? 0) \
                \(members.count) \(open) \(counts) \(opens) \(leading?.key ?? "")
                """,
            members: members.count
        )
    }
}
