import Geography
import Reports
import Testing

@testable import LiveMap

struct ReportLayerTests {
    @Test func `a layer has every key and every value once, whatever its features share`() throws {
        let map = LiveMap(on: try MapDay("2026-06-30"))
        // All at one moment, and a category that is called like a status.
        for serial in 1...50 {
            map.apply([
                try .sample(
                    serial: serial,
                    longitude: 19.9 + Double(serial) / 100_000,
                    category: serial % 2 == 0 ? "received" : "road.pothole",
                    supporters: serial % 3
                )
            ])
        }
        let place = try #require(Coordinate(longitude: 19.9002, latitude: 50.0))
        for zoom in [0, 12, 16] {
            let tile = try #require(Tile(containing: place, zoom: zoom))
            let view = MapView(.everything, on: map.snapshot.day)
            let bytes = map.snapshot.content(of: tile, view: view, extent: .buffered).vectorTile()
            let (keys, values) = try parts(of: bytes)
            #expect(!keys.isEmpty && !values.isEmpty)
            #expect(Set(keys).count == keys.count)
            #expect(Set(values).count == values.count)
        }
    }

    /// The keys and the values of the one layer of a tile, as bytes.
    private func parts(of tile: [UInt8]) throws -> (keys: [[UInt8]], values: [[UInt8]]) {
        var keys: [[UInt8]] = []
        var values: [[UInt8]] = []
        let layer = try #require(fields(of: tile[...]).first { $0.number == 3 })
        for field in fields(of: layer.bytes) {
            if field.number == 3 { keys.append(Array(field.bytes)) }
            if field.number == 4 { values.append(Array(field.bytes)) }
        }
        return (keys, values)
    }

    /// The fields of a message that are bytes or numbers (protobuf's wire types 2 and 0).
    private func fields(of message: ArraySlice<UInt8>) -> [(number: UInt64, bytes: ArraySlice<UInt8>)] {
        var rest = message
        var found: [(number: UInt64, bytes: ArraySlice<UInt8>)] = []
        func varint() -> UInt64 {
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while let byte = rest.popFirst() {
                value |= UInt64(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            return value
        }
        while !rest.isEmpty {
            let key = varint()
            let number = varint()
            guard key & 7 == 2 else { continue }
            found.append((key >> 3, rest.prefix(Int(number))))
            rest = rest.dropFirst(Int(number))
        }
        return found
    }
}
