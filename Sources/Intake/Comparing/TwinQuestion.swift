package import Duplicates
package import Formats
package import Geography
package import LiveMap
package import Reports

/// What somebody writes, or is about to, and wants to know whether it is reported already.
package struct TwinQuestion: Sendable {
    package var category: String
    package var words: ReportWords
    package var answers: [String: [String]]
    package var coordinate: Coordinate
    package var precision: Double?
    package var photos: [PhotoIdentifier]
    /// How far to look, in metres; nil for as far as the city's rules say.
    package var radius: Double?
    /// As if asked at that moment; nil for now.
    package var moment: Timestamp?
    /// Who asks: what they may not see is left out.
    package var viewer: MapView.Viewer
    /// A report that is left out, because it is the one that is asked about.
    package var besides: ReportNumber?
    /// So many are answered at most.
    package var limit: Int

    /// So many are answered to who does not say.
    package static let usualLimit = 5

    /// Joins the parts.
    package init(
        category: String,
        words: ReportWords,
        answers: [String: [String]] = [:],
        coordinate: Coordinate,
        precision: Double? = nil,
        photos: [PhotoIdentifier] = [],
        radius: Double? = nil,
        moment: Timestamp? = nil,
        viewer: MapView.Viewer = .everyone,
        besides: ReportNumber? = nil,
        limit: Int = TwinQuestion.usualLimit
    ) {
        self.category = category
        self.words = words
        self.answers = answers
        self.coordinate = coordinate
        self.precision = precision
        self.photos = photos
        self.radius = radius
        self.moment = moment
        self.viewer = viewer
        self.besides = besides
        self.limit = limit
    }
}

/// A report that may be about the matter that somebody asks about.
package struct Twin: Sendable {
    package let report: Report
    /// Its status at the moment that was asked for.
    package let status: ReportStatus
    package let likeness: Likeness
}
