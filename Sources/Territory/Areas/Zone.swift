package import Formats
package import Geography
package import Reports

/// A place with a keeper or a rule of its own: a park, a river, a motorway's corridor.
package struct Zone: Sendable, Equatable {
    /// What a zone is there for.
    package enum Use: String, Sendable {
        /// Rules may ask for it.
        case routing
        /// It is only drawn.
        case display
    }

    /// The code of its layer: `park`.
    package let layer: String
    /// Unique within the layer.
    package let code: String
    /// Its proper name.
    package let name: String
    /// Lines or areas in WGS 84, for drawing.
    package let geometry: Geometry<Coordinate>
    /// How wide a line is in metres; 0 for areas.
    package let width: Double
    /// How far beyond its edge it still contains a place, in metres.
    package let reach: Double
    /// How far the drawn geometry may be off, in metres.
    package let precision: Double
    package let use: Use
    package let source: String
    package let validity: Validity

    package init(
        layer: String,
        code: String,
        name: String,
        geometry: Geometry<Coordinate>,
        width: Double = 0,
        reach: Double = 0,
        precision: Double,
        use: Use = .routing,
        source: String,
        validity: Validity = .always
    ) {
        self.layer = layer
        self.code = code
        self.name = name
        self.geometry = geometry
        self.width = width
        self.reach = reach
        self.precision = precision
        self.use = use
        self.source = source
        self.validity = validity
    }

    /// Layer and code in one: `park/BLONIA`.
    package var identifier: String { "\(layer)/\(code)" }
}

/// Zones of one sort, as one file of the city holds them.
package struct ZoneLayer: Sendable, Equatable {
    /// The layer's code and the file's name: `park`.
    package let code: String
    package let name: LocalizedText
    /// Whom to name wherever the layer is shown, if anybody.
    package let attribution: String?
    package let licence: String?
    package let zones: [Zone]

    package init(
        code: String,
        name: LocalizedText,
        attribution: String? = nil,
        licence: String? = nil,
        zones: [Zone]
    ) {
        self.code = code
        self.name = name
        self.attribution = attribution
        self.licence = licence
        self.zones = zones
    }
}
