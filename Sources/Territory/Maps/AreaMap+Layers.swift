extension AreaMap {
    /// A layer of the vector tiles, as their description lists it.
    package struct Layer: Sendable {
        package let name: String
        package let description: String
        /// What a feature's properties are called, and what they say.
        package let fields: [(name: String, meaning: String)]
    }

    /// A zoom at which a city is seen as a whole.
    package static let overviewZoom = 11

    /// The layers of the vector tiles.
    package static let layers = [
        Layer(
            name: Area.Layer.districts.rawValue,
            description: "Districts",
            fields: [
                ("code", "Code, a Roman number in Kraków"), ("number", "Official number"), ("name", "Name"),
            ]
        ),
        Layer(
            name: Area.Layer.zones.rawValue,
            description: "Zones",
            fields: [
                ("layer", "Layer: park, river, rail, ..."), ("code", "Code within the layer"),
                ("name", "Name"), ("use", "routing or display"),
                ("width_m", "How wide a line is, in metres"),
            ]
        ),
    ]
}
