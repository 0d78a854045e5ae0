import Formats
import Geography
import Glibc
import Territory

/// The city's layers as files.
enum CityFolder {
    static func documents(_ folder: String) throws -> CityDocuments {
        var documents = CityDocuments(version: 1)
        documents.put("districts", .init(validFrom: nil, content: bytes("\(folder)/districts.geojson")))
        for layer in [
            "motorway", "river", "rail", "park", "forest", "cemetery", "listed", "parking", "arterial",
        ] {
            documents.put(
                "zones/\(layer)",
                .init(validFrom: nil, content: bytes("\(folder)/zones/\(layer).geojson"))
            )
        }
        return documents
    }
}

/// Points as pairs of 32-bit microdegrees, longitude first.
enum PointFile {
    static func read(_ path: String) -> [Coordinate] {
        let all = bytes(path)
        return stride(from: 0, to: all.count - 7, by: 8).compactMap { offset in
            Coordinate(longitudeMicros: number(all, offset), latitudeMicros: number(all, offset + 4))
        }
    }

    private static func number(_ bytes: [UInt8], _ offset: Int) -> Int32 {
        (0..<4).reduce(0) { $0 | Int32(truncatingIfNeeded: UInt32(bytes[offset + $1]) << UInt32(8 * $1)) }
    }
}

func bytes(_ path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
        let count = unsafe fread(&chunk, 1, chunk.count, file)
        guard count > 0 else { return result }
        result += chunk[..<count]
    }
}
