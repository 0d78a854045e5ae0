package import Formats

/// The features of a GeoJSON file of any reference system, before their numbers are known to be degrees.
///
/// RFC 7946 knows degrees only; the format's edition of 2008 let a file name another system in its member `crs`,
/// and surveyors' programs still do.
package struct PlainFeatureCollection: Sendable {
    /// What a file says about its reference system.
    package enum Declaration: Equatable, Sendable {
        case none
        case system(ReferenceSystem)
        /// It names something that isn't in the register.
        case unknown(String)
    }

    /// A feature whose numbers may still be anything.
    struct Member {
        let id: String?
        let geometry: Geometry<PlainPosition>
        let properties: JSONObject
    }

    /// What the file says about its reference system.
    package let declaration: Declaration
    /// The file's other members, such as the name of a layer.
    package let members: [JSONObject.Member]
    let features: [Member]

    /// Reads the bytes of a file.
    package init(_ bytes: [UInt8], limits: JSONLimits = .file) throws(GeoJSONError) {
        let json: JSON
        do {
            json = try JSON.parse(bytes, limits: limits)
        } catch {
            throw .syntax(error)
        }
        guard let object = json.objectValue, object["type"] == .string("FeatureCollection"),
            let entries = object["features"]?.arrayValue
        else { throw .notACollection }
        guard entries.count <= FeatureCollection.mostFeatures else {
            throw .tooManyFeatures(limit: FeatureCollection.mostFeatures)
        }
        let reader = GeometryReader { PlainPosition(x: $0, y: $1) }
        var features: [Member] = []
        features.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() {
            do throws(FeatureFault) {
                let parts = try FeatureParts(entry)
                let geometry = try reader.geometry(parts.geometry)
                features.append(Member(id: parts.id, geometry: geometry, properties: parts.properties))
            } catch {
                throw .feature(index: index, error)
            }
        }
        self.features = features
        declaration = Declaration(object["crs"])
        members = object.members.filter { !["type", "crs", "bbox", "features"].contains($0.name) }
    }
}

extension PlainFeatureCollection.Declaration {
    fileprivate init(_ crs: JSON?) {
        switch crs {
        case nil, .null: self = .none
        case .object(let object):
            let name = object["properties"]?.objectValue?["name"]?.stringValue
            if let system = name.flatMap({ ReferenceSystem(parsing: $0) }) {
                self = .system(system)
            } else {
                self = .unknown(name ?? "a crs without a name")
            }
        default: self = .unknown("a crs that is no object")
        }
    }
}
