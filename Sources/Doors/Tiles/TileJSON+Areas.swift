import Territory

extension TileJSON {
    /// The description of a map of districts and zones.
    ///
    /// `base` is where clients reach the service, without a slash at the end.
    init(areas map: AreaMap, name: String, attribution: String, base: String) {
        self.init(
            name: name,
            tiles: "\(base)/tiles/areas/{z}/{x}/{y}.mvt",
            zooms: AreaMap.zooms,
            bounds: map.bounds,
            overviewZoom: AreaMap.overviewZoom,
            attributions: [attribution] + map.attributions,
            layers: AreaMap.layers.map {
                Layer(name: $0.name, description: $0.description, fields: $0.fields)
            }
        )
    }
}
