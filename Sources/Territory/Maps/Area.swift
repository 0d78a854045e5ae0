import Formats
import Geography

/// What tiles say of a district or a zone.
struct Area: Sendable {
    /// The layers of a vector tile.
    enum Layer: String, CaseIterable {
        case districts
        case zones
    }

    let layer: Layer
    /// The same in every tile and after every change of other areas; below 2^53.
    let id: UInt64
    let properties: [(key: String, value: VectorTileValue)]
    /// The properties as a JSON object.
    let json: [UInt8]

    init(_ district: District) {
        self.init(
            .districts,
            id: UInt64(max(0, district.number)),
            [
                ("code", .string(district.code)), ("number", .integer(district.number)),
                ("name", .string(district.name)),
            ]
        )
    }

    init(_ zone: Zone) {
        self.init(
            .zones,
            id: Area.id(of: zone.identifier),
            [
                ("layer", .string(zone.layer)), ("code", .string(zone.code)), ("name", .string(zone.name)),
                ("use", .string(zone.use.rawValue)),
            ] + (zone.width > 0 ? [("width_m", .double(zone.width))] : [])
        )
    }

    private init(_ layer: Layer, id: UInt64, _ properties: [(key: String, value: VectorTileValue)]) {
        self.layer = layer
        self.id = id
        self.properties = properties
        var json = JSONWriter(reserving: 160)
        json.beginObject()
        // GeoJSON has no layers of its own.
        if layer == .districts {
            json.key("layer")
            json.string("district")
        }
        for (key, value) in properties {
            json.key(key)
            json.value(value)
        }
        json.endObject()
        self.json = json.bytes
    }

    /// Zones have codes but no numbers: 52 bits of a hash (FNV-1a) stand in for one.
    private static func id(of identifier: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in identifier.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash >> 12
    }
}

extension JSONWriter {
    fileprivate mutating func value(_ value: VectorTileValue) {
        switch value {
        case .string(let text): string(text)
        case .integer(let number): integer(number)
        case .double(let number): self.number(number)
        case .bool(let flag): bool(flag)
        }
    }
}
