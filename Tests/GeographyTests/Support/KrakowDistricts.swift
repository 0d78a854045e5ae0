import FoundationEssentials
import Geography
import Testing

extension [Feature] {
    /// The shipped borders of Kraków's districts.
    static func krakowDistricts() throws -> [Feature] {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let path = root.appendingPathComponent("geodata/krakow/districts.geojson").path
        return try FeatureCollection([UInt8](#require(FileManager.default.contents(atPath: path)))).features
    }
}
