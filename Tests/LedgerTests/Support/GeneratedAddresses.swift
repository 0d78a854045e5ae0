import Addresses
import Geography

/// A register of a city that does not exist: the same in every run.
enum GeneratedAddresses {
    private static let beginnings = [
        "Bro", "Dol", "Gra", "Jas", "Kar", "Lip", "Mar", "Nad", "Ol", "Pod", "Rad", "Sta", "Tar", "Wis",
        "Zie", "Świ",
        "Łąk", "Ćwi", "Koś", "Rze",
    ]
    private static let middles = ["no", "we", "mi", "ra", "lo", "ko", "sze", "wi", "ni", "ka", "bo", "cie"]
    private static let ends = [
        "wska", "cka", "nowa", "rskiego", "wicza", "na", "szka", "lna", "owców", "ówka",
    ]

    /// So many houses along `count` / 40 streets, with every tenth entry a place of its own name.
    static func all(_ count: Int, seed: UInt64 = 1) -> [Address] {
        var random = Generator(state: seed)
        var addresses: [Address] = []
        var street = ""
        var middle: (Double, Double) = (0, 0)
        for index in 0..<count {
            if index % 40 == 0 {
                street = "ul. " + name(using: &random)
                middle = (
                    Double.random(in: 19.80...20.20, using: &random),
                    Double.random(in: 49.98...50.12, using: &random)
                )
            }
            let isPlace = index % 10 == 9
            guard
                let coordinate = Coordinate(
                    longitude: middle.0 + Double.random(in: -0.004...0.004, using: &random),
                    latitude: middle.1 + Double.random(in: -0.003...0.003, using: &random)
                )
            else { continue }
            addresses.append(
                Address(
                    street: isPlace ? "Zakątek \(name(using: &random))" : street,
                    number: isPlace ? nil : "\(index % 40 * 2 + 1)",
                    coordinate: coordinate,
                    kind: isPlace ? .landmark : .address
                )
            )
        }
        return addresses
    }

    private static func name(using random: inout Generator) -> String {
        var name = beginnings.randomElement(using: &random) ?? ""
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            name += middles.randomElement(using: &random) ?? ""
        }
        return name + (ends.randomElement(using: &random) ?? "")
    }

    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
