package import Formats
package import Geography

/// Which reports about a place somebody wants to compare theirs with, as if they asked at a moment.
package struct NearQuestion: Sendable {
    /// From where distances are measured.
    package let coordinate: Coordinate
    /// What lies farther away is left out; at most `mostMetres`.
    package let metres: Double
    /// The codes of the categories that are looked for, each with the metres by which its reports rank farther away.
    package let categories: [String: Double]
    /// Only what was created then or earlier counts, open or closed as it was then; to the whole second.
    package let moment: Timestamp
    /// What was closed before this is left out.
    package let closedSince: Timestamp
    /// By how many metres a report ranks farther away for each day of its age at the moment.
    package let metresPerDay: Double
    /// The most that its age adds.
    package let mostMetresForAge: Double
    /// By how many metres a report ranks farther away that was closed at the moment.
    package let metresForClosed: Double
    /// So many are found at most; no more than `mostReports`.
    package let limit: Int
    /// Who asks: what they may not see is left out.
    package let viewer: MapView.Viewer

    /// The farthest that anybody looks.
    package static let mostMetres = 1_000.0
    /// The most reports that are found.
    package static let mostReports = 64
    /// So many rows of a run are looked at, at most: a storm of reports on one spot holds up nobody.
    package static let mostRows = 20_000

    /// Joins the parts; a radius or a limit that is too large is taken for the largest there is.
    package init(
        at coordinate: Coordinate,
        within metres: Double,
        categories: [String: Double],
        moment: Timestamp,
        closedSince: Timestamp,
        metresPerDay: Double = 0,
        mostMetresForAge: Double = 0,
        metresForClosed: Double = 0,
        limit: Int = 40,
        for viewer: MapView.Viewer = .everyone
    ) {
        self.coordinate = coordinate
        self.metres = metres > 0 ? min(metres, NearQuestion.mostMetres) : 0
        self.categories = categories
        self.moment = moment
        self.closedSince = closedSince
        self.metresPerDay = metresPerDay
        self.mostMetresForAge = mostMetresForAge
        self.metresForClosed = metresForClosed
        self.limit = min(max(limit, 0), NearQuestion.mostReports)
        self.viewer = viewer
    }

    /// The view that shows what is looked for, and other categories besides: the evening of the moment, so to speak.
    var view: MapView {
        let end = Timestamp(seconds: moment.seconds).advanced(bySeconds: 1)
        let day = MapDay(date: moment.date, closedSince: closedSince, end: end)
        var filter = MapFilter.everything
        filter.until = end
        filter.evening = MapFilter.Evening(day, states: .usual)
        return MapView(filter, on: day, for: viewer)
    }
}
