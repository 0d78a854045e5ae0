/// Why the numbers of a file can't be taken as places of a city.
package enum PlainFeatureError: Error, Equatable, Sendable {
    /// The file names one system, its bearer another.
    case contradiction(declared: ReferenceSystem, given: ReferenceSystem)
    /// The file is in a system in which layers aren't read.
    case unreadable(String)
    /// The numbers are no degrees and no system was named.
    case noDegrees(feature: Int, guess: ReferenceSystem?)
    /// Longitude and latitude, or easting and northing, stand in the wrong order.
    case swapped(feature: Int, inDegrees: Bool)
    /// A feature is nowhere near the city, in the system that the file is said to be in.
    case elsewhere(feature: Int, system: ReferenceSystem, guess: ReferenceSystem?)
    /// The projection isn't there.
    case projection(ProjectionError)

    /// The feature in question, the first being 0; nil if it's the whole file.
    package var feature: Int? {
        switch self {
        case .contradiction, .unreadable, .projection: nil
        case .noDegrees(let feature, _), .swapped(let feature, _), .elsewhere(let feature, _, _): feature
        }
    }
}

extension PlainFeatureError: CustomStringConvertible {
    /// What is wrong, in plain words.
    package var description: String {
        switch self {
        case .contradiction(let declared, let given):
            "the file says that it is in \(declared.name), not in \(given.name)"
        case .unreadable(let name): "the file is in '\(name)', which is not read"
        case .noDegrees(_, let guess):
            "these are no degrees, and the file names no reference system"
                + (guess.map { "; they look like \($0.name)" } ?? "")
        case .swapped(_, inDegrees: true): "these look swapped: longitude comes first, then latitude"
        case .swapped(_, inDegrees: false): "these look swapped: easting comes first, then northing"
        case .elsewhere(_, let system, let guess):
            "this is nowhere near the city in \(system.name)"
                + (guess.map { "; it would be in \($0.name)" } ?? "")
        case .projection(let error): error.description
        }
    }

    /// What to do about it, in plain words.
    package var mend: String {
        switch self {
        case .contradiction: "leave out --crs, or mend the file's member 'crs'"
        case .noDegrees(_, let guess?), .elsewhere(_, _, let guess?):
            guess.isReadable
                ? "if that is so, say --crs \(guess.name)"
                : "if that is so, convert the file, for instance with 'ogr2ogr -t_srs EPSG:4326'"
        case .unreadable, .noDegrees(_, nil):
            "export the layer in one of \(ReferenceSystem.readable.map(\.name).joined(separator: ", "))"
        case .swapped: "swap the axes in the program that wrote the file"
        case .elsewhere(_, _, nil): "look whether this is the right file and the right reference system"
        case .projection: "install PROJ's database (Debian: proj-data)"
        }
    }
}
