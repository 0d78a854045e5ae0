import FoundationEssentials
import Territory

extension Territory {
    /// The districts that ship with the service.
    static func krakow() throws -> Territory {
        let root = String(#filePath.prefix(upTo: #filePath.range(of: "/Tests/")?.lowerBound ?? #filePath.startIndex))
        let data = try Data(contentsOf: URL(filePath: "\(root)/geodata/krakow/districts.geojson"))
        return try Territory(districts: District.all(parsing: Array(data)))
    }
}
