package import Formats
package import Geography
import Synchronization

/// Answers where a point lies: in which district and zones, on a given day, and how sure that is.
///
/// Near borders GEOS decides, one thread at a time; everywhere else a grid knows what GEOS would say.
package final class Territory: Sendable {
    /// So many states of the city are kept ready; older days are prepared again when they are asked for.
    private static let mostLayouts = 4

    package let areas: CityAreas
    private let tolerance: Tolerance
    private let turningDays: [CivilDate]
    /// The prepared states, each with the number of turning days before it; the last used one stands last.
    private let layouts = Mutex<[(period: Int, layout: Layout)]>([])

    /// Prepares the city as it is on `day`; throws when an area cannot be computed with.
    package init(_ areas: CityAreas, tolerance: Tolerance, readyFor day: CivilDate)
        throws
    {
        self.areas = areas
        self.tolerance = tolerance
        turningDays = areas.turningDays
        _ = try layout(on: day)
    }

    /// The site of a point as the city is on a day; nil outside of the city.
    ///
    /// It names the zones up to `horizon` metres away, and farther ones whose imprecision reaches to the point.
    package func site(of coordinate: Coordinate, on day: CivilDate, horizon: Double = 0) throws -> Site? {
        try layout(on: day).site(of: coordinate, horizon: horizon)
    }

    /// The city on a day as something that can be asked for many places quickly.
    package func layout(on day: CivilDate) throws -> Layout {
        let period = turningDays.partitioningIndex { $0 > day }
        if let ready = layouts.withLock({ $0.use(period) }) { return ready }
        // Prepared outside of the lock: others must not wait. Two may prepare the same; the second is dropped.
        let layout = try Layout(areas.inForce(on: day), tolerance: tolerance)
        return layouts.withLock { layouts in
            if let ready = layouts.use(period) { return ready }
            layouts.append((period, layout))
            if layouts.count > Territory.mostLayouts { layouts.removeFirst() }
            return layout
        }
    }
}

extension [(period: Int, layout: Layout)] {
    /// Finds a state and moves it to the end.
    fileprivate mutating func use(_ period: Int) -> Layout? {
        guard let index = lastIndex(where: { $0.period == period }) else { return nil }
        let found = remove(at: index)
        append(found)
        return found.layout
    }
}

extension [CivilDate] {
    /// How many days of an ordered list come before the first one that fulfils a condition.
    fileprivate func partitioningIndex(where isBehind: (CivilDate) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
