/// The codes that many pins share, each kept once and named by a small number.
struct Symbols: Sendable {
    private(set) var names: [String] = []
    private var numbers: [String: UInt16] = [:]

    /// The number of `name`, given to it now if it is new; nil when 65,535 names are taken.
    mutating func intern(_ name: String) -> UInt16? {
        if let known = numbers[name] { return known }
        guard let number = UInt16(exactly: names.count), number < .max else { return nil }
        names.append(name)
        numbers[name] = number
        return number
    }

    /// The number of a name that some pin has.
    func number(of name: String) -> UInt16? {
        numbers[name]
    }

    subscript(number: UInt16) -> String {
        names[Int(number)]
    }
}
