import Formats
import Geography

/// Why a city's files can't make reports up.
enum SeedDataError: Error, Equatable {
    /// The districts aren't GeoJSON.
    case districts(GeoJSONError)
    /// A file isn't JSON.
    case syntax(file: String, JSONSyntaxError)
    /// A file lacks something, or has it in another form.
    case missing(file: String, String)
    /// A text has a slot that no part fills.
    case unknownSlot(String, text: String)
}

extension SeedDataError: CustomStringConvertible {
    var description: String {
        switch self {
        case .districts(let error): "districts.geojson: \(error)"
        case .syntax(let file, let error): "\(file), \(error)"
        case .missing(let file, let what): "\(file): \(what) is missing or of the wrong kind"
        case .unknownSlot(let name, let text): "seed-texts.json: nothing fills {\(name)} in \"\(text)\""
        }
    }
}
