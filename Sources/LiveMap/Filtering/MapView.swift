/// What somebody looks at: a filter, a day, and who it is that looks.
package struct MapView: Hashable, Sendable {
    /// Who looks.
    package enum Viewer: Hashable, Sendable {
        /// Everybody.
        case everyone
        /// The city's centre, which sees everything.
        case centre
        /// A unit, which sees its own reports and those that it was asked about, whatever the public may see of them.
        case unit(String)
        /// A unit that looks at these alone.
        case unitAlone(String)
    }

    /// Whether reports that lie together are drawn as one.
    package enum Clustering: Hashable, Sendable {
        case on
        /// Off from zoom 14 on; farther out reports are too many.
        case off
    }

    package var filter: MapFilter
    package var day: MapDay
    package var viewer: Viewer
    package var clustering: Clustering

    /// Joins the parts.
    package init(
        _ filter: MapFilter,
        on day: MapDay,
        for viewer: Viewer = .everyone,
        clustering: Clustering = .on
    ) {
        self.filter = filter
        self.day = day
        self.viewer = viewer
        self.clustering = clustering
    }
}
