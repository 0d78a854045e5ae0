import Addresses
import Geography

/// The names in a set of addresses, each once, with the middle of its entries.
struct StreetIndex {
    /// `ul. Długa` and `Długa` are one street.
    struct Name: Hashable {
        let way: String
        let name: String
    }

    struct Street {
        let name: Name
        private var sum = Metres(x: 0, y: 0)
        private var entries = 0.0

        init(_ name: Name) {
            self.name = name
        }

        var middle: Metres { Metres(x: sum.x / entries, y: sum.y / entries) }

        mutating func add(_ metres: Metres) {
            sum = Metres(x: sum.x + metres.x, y: sum.y + metres.y)
            entries += 1
        }
    }

    private(set) var streets: [Street] = []
    /// For each address, the place of its street in `streets`.
    private(set) var places: [Int] = []

    init(_ addresses: [Address], metres: [Metres]) {
        let ways = StreetIndex.ways(of: addresses)
        var known: [Name: Int] = [:]
        places.reserveCapacity(addresses.count)
        for (address, metres) in zip(addresses, metres) {
            let folded = FoldedStreet(address.street)
            let way = folded.way ?? StreetIndex.way(of: address.kind) ?? ways[folded.name] ?? ""
            let name = Name(way: way, name: folded.name)
            let place = known[name] ?? streets.count
            if place == streets.count {
                known[name] = place
                streets.append(Street(name))
            }
            streets[place].add(metres)
            places.append(place)
        }
    }

    /// Registers leave `os.` and `pl.` out where the kind says it; a house has no such kind of its own.
    private static func way(of kind: AddressKind) -> String? {
        switch kind {
        case .estate: "os"
        case .square: "pl"
        case .street, .landmark: ""
        case .address: nil
        }
    }

    /// What the entries without a number say about a name's way; a street goes before what else has its name.
    private static func ways(of addresses: [Address]) -> [String: String] {
        var ways: [String: String] = [:]
        for address in addresses where address.kind != .address {
            let folded = FoldedStreet(address.street)
            let way = folded.way ?? way(of: address.kind) ?? ""
            if ways[folded.name] == nil || way.isEmpty { ways[folded.name] = way }
        }
        return ways
    }
}
