import FoundationEssentials

/// Kraków's data as they ship.
enum Shipped {
    static func file(_ name: String) throws -> [UInt8] {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return Array(try Data(contentsOf: URL(filePath: "/\(root)/geodata/krakow/\(name)")))
    }
}
