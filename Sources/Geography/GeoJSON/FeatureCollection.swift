package import Formats

/// The features of a GeoJSON file (RFC 7946, section 3.3).
package struct FeatureCollection: Equatable, Sendable {
    /// The most features that one file may hold.
    package static let mostFeatures = 200_000

    /// In the order of the file.
    package let features: [Feature]

    /// Reads the bytes of a file; what is too long, too deep or too much is an error of its syntax.
    package init(_ bytes: [UInt8], limits: JSONLimits = .file) throws(GeoJSONError) {
        let json: JSON
        do {
            json = try JSON.parse(bytes, limits: limits)
        } catch {
            throw .syntax(error)
        }
        try self.init(json)
    }

    /// Reads a parsed file.
    package init(_ json: JSON) throws(GeoJSONError) {
        guard let object = json.objectValue, object["type"] == .string("FeatureCollection"),
            let members = object["features"]?.arrayValue
        else { throw .notACollection }
        guard members.count <= FeatureCollection.mostFeatures else {
            throw .tooManyFeatures(limit: FeatureCollection.mostFeatures)
        }
        var features: [Feature] = []
        features.reserveCapacity(members.count)
        for (index, member) in members.enumerated() {
            do {
                features.append(try Feature(member))
            } catch {
                throw .feature(index: index, error)
            }
        }
        self.features = features
    }
}
