import Formats
import Geography

/// What is asked of a layer's file before anything is made of it.
enum LayerChecks {
    /// Why a layer can't be read as features of the city.
    struct Refusal: Error {
        /// The feature, the first being 0; nil for the whole file.
        let feature: Int?
        let what: String
        let mend: String

        /// The refusal as a finding.
        func finding(in document: String, edition: String = "") -> Finding {
            let place = [edition, feature.map { "features[\($0)]" } ?? ""].filter { !$0.isEmpty }
            return Finding(
                .error,
                document: document,
                place: place.joined(separator: ", "),
                what: what,
                mend: mend
            )
        }
    }

    /// The layer's features in degrees, and the file's other members; small enough, and where the city is.
    static func features(
        of bytes: [UInt8],
        in system: ReferenceSystem? = nil,
        near region: Bounds
    ) throws(Refusal) -> (features: [Feature], members: [JSONObject.Member]) {
        var counter = PositionCounter()
        counter.see(bytes)
        guard !counter.isOver else { throw tooLarge }
        let collection: PlainFeatureCollection
        do {
            collection = try PlainFeatureCollection(bytes)
        } catch .feature(let index, let fault) {
            throw Refusal(feature: index, what: "\(fault)", mend: "mend the feature's geometry")
        } catch {
            throw Refusal(
                feature: nil,
                what: "\(error)",
                mend: "write the layer as a GeoJSON FeatureCollection"
            )
        }
        do {
            return (try collection.features(in: system, near: region), collection.members)
        } catch {
            throw Refusal(feature: error.feature, what: error.description, mend: error.mend)
        }
    }

    /// Says that a layer has more positions than are read.
    static let tooLarge = Refusal(
        feature: nil,
        what: "has more than \(PositionCounter.mostPositions) positions",
        mend: "simplify the layer, for instance with 'ogr2ogr -simplify'; a metre is enough"
    )
}
