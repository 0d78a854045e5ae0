import FoundationEssentials
import Territory

extension Territory {
    /// The districts that ship with the service.
    static func krakow() throws -> Territory {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let data = try Data(contentsOf: URL(filePath: "/\(root)/geodata/krakow/districts.geojson"))
        return try Territory(districts: District.all(parsing: Array(data)))
    }
}
