package import Formats
package import Geography
package import Reports

/// All districts and zones of a city, each with the days on which it is in force.
package struct CityAreas: Sendable, Equatable {
    /// Of all editions; those of one edition follow each other.
    package let districts: [District]
    /// Each layer as its newest edition calls it, with the zones of all editions.
    package let layers: [ZoneLayer]

    /// Areas whose days are known already.
    package init(districts: [District], layers: [ZoneLayer] = []) {
        self.districts = districts
        self.layers = layers
    }

    /// Reads every edition of `districts` and of the layers of zones.
    package init(_ documents: CityDocuments) throws(CityDataError) {
        var districts: [District] = []
        for (edition, span) in documents.spans(of: "districts") {
            districts += try District.all(parsing: edition.content).map { $0.limited(to: span) }
        }
        guard !districts.isEmpty else {
            throw CityDataError(document: "districts", place: "", reason: "is missing")
        }
        var layers: [ZoneLayer] = []
        for name in documents.names where name.hasPrefix("zones/") {
            var zones: [Zone] = []
            var newest: ZoneLayer?
            for (edition, span) in documents.spans(of: name) {
                let layer = try ZoneLayer(parsing: edition.content, name: name)
                zones += layer.zones.map { $0.limited(to: span) }
                newest = layer
            }
            if let newest { layers.append(newest.holding(zones)) }
        }
        self.init(districts: districts, layers: layers)
    }

    /// What is in force on a day and may route.
    package func inForce(on day: CivilDate) -> AreasInForce {
        AreasInForce(districts: districts, zones: layers.flatMap(\.zones), on: day)
    }

    /// The district of a code on a day, or, if none is in force then, the newest that ever had the code.
    package func district(_ code: String, on day: CivilDate) -> District? {
        let known = districts.filter { $0.code == code }
        return known.first { $0.validity.contains(day) } ?? known.last
    }

    /// The box around the districts of all days; nil if there are none.
    package var bounds: Bounds? { Bounds(enclosing: districts.flatMap(\.outline.positions)) }

    /// The days on which something begins or ends, in order: between two of them nothing changes.
    package var turningDays: [CivilDate] {
        let validities = districts.map(\.validity) + layers.flatMap(\.zones).map(\.validity)
        return Set(validities.flatMap { [$0.from, $0.until] }.compactMap { $0 }).sorted()
    }
}

extension CityDocuments {
    /// The text of a layer that is in force on a day.
    package func content(of name: String, on day: CivilDate) -> [UInt8]? {
        spans(of: name).first { $0.days.contains(day) }?.edition.content
    }

    /// The editions of a layer with their days: each is in force until the next begins.
    package func spans(of name: String) -> [(edition: Edition, days: Validity)] {
        let editions = self[name]
        let ends = editions.dropFirst().map(\.validFrom) + [nil]
        return zip(editions, ends).map { ($0, Validity(from: $0.validFrom, until: $1)) }
    }
}

extension Validity {
    /// The days that both spans share; an impossible span if there are none.
    fileprivate func limited(to other: Validity) -> Validity {
        Validity(
            from: [from, other.from].compactMap { $0 }.max(),
            until: [until, other.until].compactMap { $0 }.min()
        )
    }
}

extension District {
    fileprivate func limited(to span: Validity) -> District {
        District(
            code: code,
            number: number,
            name: name,
            outline: outline,
            precision: precision,
            officialArea: officialArea,
            validity: validity.limited(to: span)
        )
    }
}

extension Zone {
    fileprivate func limited(to span: Validity) -> Zone {
        Zone(
            layer: layer,
            code: code,
            name: name,
            geometry: geometry,
            width: width,
            reach: reach,
            precision: precision,
            use: use,
            source: source,
            validity: validity.limited(to: span)
        )
    }
}

extension ZoneLayer {
    fileprivate func holding(_ zones: [Zone]) -> ZoneLayer {
        ZoneLayer(code: code, name: name, attribution: attribution, licence: licence, zones: zones)
    }
}
