package import Geography
import Synchronization

/// The areas in force on a day as something that can be asked where a point lies.
package final class Layout: Sendable {
    /// What GEOS and its followers change: one thread at a time.
    private struct Inquiry: ~Copyable {
        let survey: Survey
        /// All combinations ever met, those of the grid first.
        var table: CombinationTable
    }

    package let areas: AreasInForce
    private let grid: PlacingGrid
    /// The combinations that the grid knows.
    private let known: [Combination]
    private let inquiry: Mutex<Inquiry>

    init(_ areas: AreasInForce, tolerance: Tolerance) throws {
        self.areas = areas
        let survey = try Survey(areas, tolerance: tolerance)
        var table = CombinationTable()
        grid = try PlacingGrid(of: survey, numbering: &table)
        known = table.combinations
        inquiry = Mutex(Inquiry(survey: survey, table: table))
    }

    /// The number of the combination of areas that contain a place: from the grid, or from GEOS near a border.
    package func number(at coordinate: Coordinate) throws -> Int32 {
        if let number = grid.combination(at: coordinate) { return number }
        return try surveyedNumber(at: coordinate)
    }

    /// The same from GEOS alone, however far the next border is.
    package func surveyedNumber(at coordinate: Coordinate) throws -> Int32 {
        try inquiry.withLock { inquiry in
            guard let place = try inquiry.survey.metres(of: coordinate) else { return 0 }
            return try inquiry.table.number(of: inquiry.survey.combination(at: place))
        }
    }

    /// The combination of a number that this layout has given.
    package func combination(_ number: Int32) -> Combination {
        let index = Int(number)
        if index < known.count { return known[index] }
        return inquiry.withLock { $0.table.combinations[index] }
    }

    /// The district of a combination that this layout has given; nil outside of the city.
    package func district(of combination: Combination) -> District? {
        combination.district < 0 ? nil : areas.districts[Int(combination.district)]
    }

    /// All that is known of a place; nil outside of the city.
    func site(of coordinate: Coordinate, horizon: Double) throws -> Site? {
        try inquiry.withLock { inquiry in
            guard let place = try inquiry.survey.metres(of: coordinate),
                let (index, way) = try inquiry.survey.district(at: place)
            else { return nil }
            return Site(
                coordinate: coordinate,
                metres: place,
                district: DistrictFinding(
                    district: areas.districts[index],
                    way: way,
                    candidates: try inquiry.survey.candidates(besides: index, at: place)
                ),
                zones: try inquiry.survey.zones(at: place, horizon: horizon)
            )
        }
    }

    /// How much memory the grid takes.
    package var gridBytes: Int { grid.bytes }
}

extension PlacingGrid {
    /// Draws all borders, then asks the survey once for each stretch between them.
    fileprivate init(of survey: borrowing Survey, numbering table: inout CombinationTable) throws {
        guard let bounds = survey.bounds else { throw EmptyArea(name: "districts") }
        // The outermost cells lie outside of everything that a district can reach.
        let frame = GridFrame(
            Bounds(around: bounds.southWest, metres: 100)
                .union(Bounds(around: bounds.northEast, metres: 100))
        )
        var tracer = GridTracer(frame)
        for border in try survey.borders() { tracer.trace(border) }
        var labels = GridLabels(tracer)
        var numbers = table
        self = try labels.grid { column, row in
            guard let coordinate = frame.middle(column: column, row: row),
                let place = try survey.metres(of: coordinate)
            else { return 0 }
            return try numbers.number(of: survey.combination(at: place))
        }
        table = numbers
    }
}

extension Layout {
    /// How many of some places the grid leaves to GEOS.
    package func surveyed(of places: [Coordinate]) -> Int {
        places.count { grid.combination(at: $0) == nil }
    }
}
