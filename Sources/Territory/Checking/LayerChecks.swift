import Formats
import Geography

/// What is asked of a layer's file before anything is made of it.
enum LayerChecks {
    /// Whether the layer is small enough and lies where the city is; if not, why is a finding.
    static func isPlaced(
        _ bytes: [UInt8],
        of document: String,
        _ place: String,
        _ extent: CityExtent,
        _ findings: inout [Finding]
    ) -> Bool {
        func refuse(_ where: String, _ what: String, _ mend: String) -> Bool {
            findings.append(
                Finding(
                    .error,
                    document: document,
                    place: [place, `where`].filter { !$0.isEmpty }.joined(separator: ", "),
                    what: what,
                    mend: mend
                )
            )
            return false
        }
        var counter = PositionCounter()
        counter.see(bytes)
        guard !counter.isOver else { return refuse("", LayerChecks.tooLarge, LayerChecks.smaller) }
        do {
            _ = try PlainFeatureCollection(bytes).features(in: nil, near: extent.region)
            return true
        } catch let error as GeoJSONError {
            if case .feature(let index, let fault) = error {
                return refuse("features[\(index)]", "\(fault)", "mend the feature's geometry")
            }
            return refuse("", "\(error)", "write the layer as a GeoJSON FeatureCollection")
        } catch let error as PlainFeatureError {
            return refuse(error.feature.map { "features[\($0)]" } ?? "", error.description, error.mend)
        } catch {
            return refuse("", "\(error)", "")
        }
    }

    static let tooLarge = "has more than \(PositionCounter.mostPositions) positions"
    static let smaller = "simplify the layer, for instance with 'ogr2ogr -simplify'; a metre is enough"
}
