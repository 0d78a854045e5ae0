/// A vector tile read back by a reader of its own, which shares nothing with the writer and refuses what it does not
/// know (Mapbox Vector Tile specification 2.1).
package struct DecodedVectorTile: Equatable {
    package struct Layer: Equatable {
        package let name: String
        package let version: Int
        package let extent: Int
        package let features: [Feature]

        package init(name: String, version: Int, extent: Int, features: [Feature]) {
            self.name = name
            self.version = version
            self.extent = extent
            self.features = features
        }
    }

    package struct Feature: Equatable {
        package let id: UInt64
        /// 1 points, 2 lines, 3 polygons.
        package let kind: Int
        package let properties: [String: Value]
        /// The points, lines or rings; rings without the closing position.
        package let paths: [[Point]]

        package init(id: UInt64, kind: Int, properties: [String: Value], paths: [[Point]]) {
            self.id = id
            self.kind = kind
            self.properties = properties
            self.paths = paths
        }
    }

    package enum Value: Hashable {
        case string(String)
        case double(Double)
        case integer(Int)
        case bool(Bool)
    }

    package struct Point: Hashable {
        package let x: Int
        package let y: Int

        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// What cannot be read.
    package struct Fault: Error {
        let reason: String
    }

    package let layers: [Layer]

    /// Reads a whole tile.
    package init(_ bytes: [UInt8]) throws {
        var reader = Reader(bytes[...])
        var layers: [Layer] = []
        while let field = try reader.field() {
            guard field.number == 3 else { throw Fault(reason: "tile field \(field.number)") }
            layers.append(try Layer(try field.bytes()))
        }
        guard Set(layers.map(\.name)).count == layers.count else { throw Fault(reason: "layer twice") }
        self.layers = layers
    }

    /// The layer of this name.
    package subscript(name: String) -> Layer? { layers.first { $0.name == name } }
}

/// One protobuf field.
private struct Field {
    let number: Int
    let varint: UInt64?
    let content: ArraySlice<UInt8>

    func bytes() throws -> ArraySlice<UInt8> {
        guard varint == nil else { throw DecodedVectorTile.Fault(reason: "no bytes in \(number)") }
        return content
    }

    func value() throws -> UInt64 {
        guard let varint else { throw DecodedVectorTile.Fault(reason: "no number in \(number)") }
        return varint
    }

    func numbers() throws -> [UInt64] {
        var reader = Reader(try bytes())
        var numbers: [UInt64] = []
        while !reader.rest.isEmpty { numbers.append(try reader.varint()) }
        return numbers
    }
}

private struct Reader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func varint() throws -> UInt64 {
        var (value, shift) = (UInt64(0), UInt64(0))
        while true {
            guard let byte = rest.popFirst(), shift < 64 else {
                throw DecodedVectorTile.Fault(reason: "varint")
            }
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    mutating func field() throws -> Field? {
        guard !rest.isEmpty else { return nil }
        let key = try varint()
        switch key & 7 {
        case 0: return Field(number: Int(key >> 3), varint: try varint(), content: [])
        case 1: return Field(number: Int(key >> 3), varint: nil, content: try take(8))
        case 2: return Field(number: Int(key >> 3), varint: nil, content: try take(Int(varint())))
        default: throw DecodedVectorTile.Fault(reason: "wire type \(key & 7)")
        }
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count <= rest.count else { throw DecodedVectorTile.Fault(reason: "length \(count)") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}

private func unzigzagged(_ value: UInt64) -> Int {
    Int(value >> 1) ^ -Int(value & 1)
}

extension DecodedVectorTile.Layer {
    fileprivate init(_ bytes: ArraySlice<UInt8>) throws {
        var reader = Reader(bytes)
        var (name, version, extent) = ("", 1, 4_096)
        var keys: [String] = []
        var values: [DecodedVectorTile.Value] = []
        var features: [ArraySlice<UInt8>] = []
        while let field = try reader.field() {
            switch field.number {
            case 1: name = String(decoding: try field.bytes(), as: UTF8.self)
            case 2: features.append(try field.bytes())
            case 3: keys.append(String(decoding: try field.bytes(), as: UTF8.self))
            case 4: values.append(try DecodedVectorTile.Value(try field.bytes()))
            case 5: extent = Int(try field.value())
            case 15: version = Int(try field.value())
            default: throw DecodedVectorTile.Fault(reason: "layer field \(field.number)")
            }
        }
        guard Set(keys).count == keys.count, Set(values).count == values.count, !name.isEmpty else {
            throw DecodedVectorTile.Fault(reason: "key or value twice, or no name")
        }
        self.name = name
        self.version = version
        self.extent = extent
        self.features = try features.map { try DecodedVectorTile.Feature($0, keys: keys, values: values) }
    }
}

extension DecodedVectorTile.Value {
    fileprivate init(_ bytes: ArraySlice<UInt8>) throws {
        var reader = Reader(bytes)
        guard let field = try reader.field(), reader.rest.isEmpty else {
            throw DecodedVectorTile.Fault(reason: "value")
        }
        switch field.number {
        case 1: self = .string(String(decoding: try field.bytes(), as: UTF8.self))
        case 3:
            let bits = try field.bytes().reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            self = .double(Double(bitPattern: bits))
        case 5: self = .integer(Int(try field.value()))
        case 6: self = .integer(unzigzagged(try field.value()))
        case 7: self = .bool(try field.value() == 1)
        default: throw DecodedVectorTile.Fault(reason: "value field \(field.number)")
        }
    }
}

extension DecodedVectorTile.Feature {
    fileprivate init(_ bytes: ArraySlice<UInt8>, keys: [String], values: [DecodedVectorTile.Value]) throws {
        var reader = Reader(bytes)
        var (id, kind) = (UInt64(0), 0)
        var properties: [String: DecodedVectorTile.Value] = [:]
        var paths: [[DecodedVectorTile.Point]] = []
        while let field = try reader.field() {
            switch field.number {
            case 1: id = try field.value()
            case 2:
                let tags = try field.numbers().map { Int($0) }
                guard tags.count.isMultiple(of: 2) else { throw DecodedVectorTile.Fault(reason: "tags") }
                for pair in stride(from: 0, to: tags.count, by: 2) {
                    properties[keys[tags[pair]]] = values[tags[pair + 1]]
                }
            case 3: kind = Int(try field.value())
            case 4: paths = try Self.paths(field.numbers())
            default: throw DecodedVectorTile.Fault(reason: "feature field \(field.number)")
            }
        }
        guard (1...3).contains(kind), !paths.isEmpty else { throw DecodedVectorTile.Fault(reason: "feature") }
        self.id = id
        self.kind = kind
        self.properties = properties
        self.paths = paths
    }

    private static func paths(_ commands: [UInt64]) throws -> [[DecodedVectorTile.Point]] {
        var paths: [[DecodedVectorTile.Point]] = []
        var (x, y) = (0, 0)
        var rest = commands[...]
        while let command = rest.popFirst() {
            for _ in 0..<command >> 3 where command & 7 != 7 {
                guard let stepX = rest.popFirst(), let stepY = rest.popFirst() else {
                    throw DecodedVectorTile.Fault(reason: "geometry ends")
                }
                x += unzigzagged(stepX)
                y += unzigzagged(stepY)
                if command & 7 == 1 { paths.append([]) }
                guard !paths.isEmpty else { throw DecodedVectorTile.Fault(reason: "no MoveTo") }
                paths[paths.count - 1].append(.init(x: x, y: y))
            }
            guard [1, 2, 7].contains(command & 7), command & 7 != 7 || command >> 3 == 1 else {
                throw DecodedVectorTile.Fault(reason: "command \(command)")
            }
        }
        return paths
    }
}
