/// Why a map's file is not used; the map is loaded from the database then.
enum MapFileRefused: Error, Equatable {
    /// It does not begin as such a file does.
    case notOurs
    /// Another version of the service wrote it.
    case otherVersion(UInt64)
    /// It is shorter or longer than it says.
    case wrongLength
    /// Its bytes are not those that were written.
    case damaged
    /// The database is another one than that of the map, or went back to an earlier time.
    case anotherHistory
}

extension MapFileRefused: CustomStringConvertible {
    var description: String {
        switch self {
        case .notOurs: "it is no map's file"
        case .otherVersion(let version): "its format is \(version), this service's is \(MapFileHead.version)"
        case .wrongLength: "it is shorter or longer than it says"
        case .damaged: "its checksum is wrong"
        case .anotherHistory: "the database is not the one that it was made of"
        }
    }
}
