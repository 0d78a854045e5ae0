import Formats
import PostgreSQL
import Reports
import Territory

/// The code of a unit on a command line, looked up in the city that the database has.
enum UnitChoice {
    /// Refuses a unit that the city does not have, or that no report is given to.
    static func check(_ code: String, in database: Database, _ configuration: Configuration) async throws {
        let units = try await CityData.open(database, folder: configuration.city).city.units
        guard let unit = units[code] else {
            let codes = units.units.filter { $0.kind != .external }.map(\.code)
            let hint =
                NearestName.of(code, among: codes).map { "did you mean '\($0)'?" }
                ?? "there are: \(codes.joined(separator: ", "))"
            throw ArgumentError("there is no unit '\(code)'; \(hint)")
        }
        guard unit.kind != .external else {
            throw ArgumentError("the unit '\(code)' is not the city's: no report is given to it")
        }
    }
}
