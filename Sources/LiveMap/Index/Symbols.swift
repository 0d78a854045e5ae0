/// The codes that many pins share, each kept once and named by a small number.
struct Symbols: Sendable, Equatable {
    var categories = SymbolTable()
    var units = SymbolTable()
    var districts = SymbolTable()
    var prefixes = SymbolTable()
}

/// Codes of one sort.
struct SymbolTable: Sendable, Equatable {
    private(set) var names: [String] = []
    private var numbers: [String: UInt16] = [:]
    /// Each name's place in the order of the alphabet.
    private var ranks: [UInt16] = []

    init() {}

    /// The table with these names, in this order; nil if one stands there twice.
    init?(names: [String]) {
        for name in names {
            guard numbers[name] == nil, intern(name) != nil else { return nil }
        }
    }

    /// The number of `name`, given to it now if it is new; nil when 4,096 names are taken.
    mutating func intern(_ name: String) -> UInt16? {
        if let known = numbers[name] { return known }
        guard names.count < SymbolTable.mostNames else { return nil }
        let number = UInt16(names.count)
        names.append(name)
        numbers[name] = number
        rank()
        return number
    }

    private mutating func rank() {
        ranks = [UInt16](repeating: 0, count: names.count)
        for (rank, number) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
            ranks[number] = UInt16(rank)
        }
    }

    /// The number of a name; nil if it has none.
    func number(of name: String) -> UInt16? { numbers[name] }

    /// Whether the name of one number stands before that of another in the order of the alphabet.
    @inline(__always)
    func precedes(_ number: Int, _ other: Int) -> Bool { ranks[number] < ranks[other] }

    /// Which of the numbers stand for one of the names.
    func marking(_ names: some Sequence<String>) -> [Bool] {
        var marked = [Bool](repeating: false, count: self.names.count)
        for name in names { if let number = numbers[name] { marked[Int(number)] = true } }
        return marked
    }

    subscript(number: UInt16) -> String {
        names[Int(number)]
    }

    /// More than any city has; it bounds what running sums and tallies take.
    private static let mostNames = 4_096
}
