import Formats
import Geography
import Reports
import Territory

/// The layers that are part of the city's data, as they are in force on a day.
struct PlainLayers: Sendable {
    private let features: [Layer: [PlainFeature]]
    private let bounds: [Layer: Bounds]

    init(_ city: City, on day: CivilDate) {
        let areas = city.territory.areas
        var features: [Layer: [PlainFeature]] = [
            .districts: areas.districts.map { PlainFeature($0) },
            .zones: areas.layers.flatMap { layer in layer.zones.map { PlainFeature($0, of: layer) } },
            .units: city.units.units.map { PlainFeature($0) },
        ]
        for (layer, all) in features {
            features[layer] = all.filter { $0.validity.contains(day) }.sorted { $0.order < $1.order }
        }
        self.features = features
        bounds = features.compactMapValues { features in
            let boxes = features.compactMap { $0.geometry?.bounds }
            return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
        }
    }

    /// The box around a layer, or nil where nothing has a place.
    ///
    /// Around the reports it is that of the districts, in which they lie.
    func bounds(of layer: Layer) -> Bounds? {
        bounds[layer == .reports ? .districts : layer]
    }

    /// How many features a layer has.
    func count(of layer: Layer) -> Int? { features[layer]?.count }

    /// The feature with an identifier.
    func feature(_ id: String, of layer: Layer) -> PlainFeature? {
        features[layer]?.first { $0.id == id }
    }

    /// All features of a layer that meet a query, in their order; without a place in the list.
    func features(of layer: Layer, _ query: PlainQuery) -> [PlainFeature] {
        (features[layer] ?? []).filter { query.isMet(by: $0) }
    }
}
