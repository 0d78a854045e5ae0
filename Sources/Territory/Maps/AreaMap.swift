package import Formats
package import Geography
import Reports

/// The city's districts and zones as map tiles, made once from the data of a day.
///
/// For each zoom there is a drawing of its own, simplified so far that nobody sees it, in which districts share
/// their borders still. A tile is cut out of it when it is asked for. The bytes depend on the data and the day alone.
package struct AreaMap: Sendable {
    /// The zooms that have a drawing; below there is nothing to see, above the last one is enlarged.
    package static let zooms = 8...16

    /// An area's name and properties, and how it is written.
    let areas: [Area]
    let drawings: [Drawing]
    /// The box around everything; nil if there is nothing.
    package let bounds: Bounds?
    /// Whom the layers that are drawn ask to name, each once, in the layers' order.
    package let attributions: [String]

    /// Draws what is in force on a day.
    ///
    /// It takes some milliseconds for a thousand positions, so it is not for an event loop.
    package init(districts: [District], layers: [ZoneLayer], on day: CivilDate) {
        let districts = districts.filter { $0.validity.contains(day) }
            .sorted { ($0.number, $0.code) < ($1.number, $1.code) }
        let zones = layers.map { layer in layer.zones.filter { $0.validity.contains(day) } }
        areas = districts.map { Area($0) } + zones.joined().map { Area($0) }
        bounds = Bounds(
            enclosing: (districts.map(\.outline) + zones.joined().map(\.geometry)).flatMap(\.positions)
        )
        var attributions: [String] = []
        for (layer, zones) in zip(layers, zones) where !zones.isEmpty {
            guard let attribution = layer.attribution, !attributions.contains(attribution) else { continue }
            attributions.append(attribution)
        }
        self.attributions = attributions
        drawings = Drawing.all(of: districts.map(\.outline), and: zones.joined().map(\.geometry))
    }

    /// What a tile shows.
    func content(of tile: Tile) -> AreaTile {
        guard tile.zoom >= AreaMap.zooms.lowerBound else { return AreaTile(tile: tile, parts: []) }
        let drawing = drawings[min(tile.zoom, AreaMap.zooms.upperBound) - AreaMap.zooms.lowerBound]
        return AreaTile(tile: tile, parts: drawing.parts(in: tile))
    }
}
