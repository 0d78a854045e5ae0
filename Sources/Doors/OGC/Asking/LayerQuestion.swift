import Formats
package import HTTP
package import Ledger
import Reports
package import Territory

/// What a list of a layer's features is asked for, read from its address and within bounds.
package struct LayerQuestion: Sendable {
    /// Which features are wanted, and behind which of them the page begins.
    enum Filter: Sendable {
        case reports(ReportFilter, after: FeatureKey?)
        case plain(PlainQuery)
    }

    /// The features of one answer.
    package let limit: Int
    let filter: Filter

    /// The filter of reports; nil for the other layers.
    package var reportFilter: ReportFilter? {
        if case .reports(let filter, _) = filter { filter } else { nil }
    }

    /// Reads what stands in a query that nobody has read from.
    ///
    /// - Throws: 400 with everything that is wrong.
    init(
        reading start: QueryReader,
        of layer: Layer,
        most: Int,
        for audience: Audience,
        in city: City
    ) throws(Problem) {
        var reader = start
        let items = ItemsQuery(reading: &reader, most: most, in: city.timeZone)
        limit = items.limit
        if layer == .reports {
            let asked = ReportFilter(reading: &reader, items, for: audience)
            let key = items.cursor.flatMap { FeatureKey(parsing: $0) }
            if items.cursor != nil, key == nil { reader.report("cursor", "format", .madeUpPlace) }
            filter = .reports(asked, after: key)
        } else {
            filter = .plain(PlainQuery(reading: &reader, items, of: layer, in: city.timeZone))
        }
        try reader.finish()
    }

    /// Reads a whole query about the layer of a name, as a program asks it; nil where there is no such layer.
    ///
    /// - Throws: 400 with everything that is wrong.
    package init?(parsing query: Query, of layer: String, for audience: Audience, in city: City)
        throws(Problem)
    {
        guard let layer = Layer(rawValue: layer) else { return nil }
        try self.init(
            reading: QueryReader(query),
            of: layer,
            most: ItemsQuery.most,
            for: audience,
            in: city
        )
    }
}

extension ReportFilter {
    /// Reads what reports are asked for besides what every layer can be asked for.
    fileprivate init(reading reader: inout QueryReader, _ items: ItemsQuery, for audience: Audience) {
        self.init(for: audience)
        // A code that nobody knows is no report's; the statuses and kinds are known, so another one is an error.
        categories = reader.values("category")
        districts = reader.values("district")
        units = reader.values("unit")
        statuses = reader.cases("status")
        kinds = reader.cases("kind")
        box = items.box
        from = items.time?.from
        until = items.time?.until
    }
}
