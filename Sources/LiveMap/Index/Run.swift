/// Pins that are sorted once and never changed: one of the few arrays that the map is made of.
final class Run: Sendable {
    let columns: Columns
    /// The rows by ascending number, to find a report's.
    let byNumber: [UInt32]
    /// The generation of the basis that the selections were made on.
    let generation: Int
    /// What everybody may see.
    let everything: Selection
    /// What of it is shown by default.
    let usual: Selection

    /// Makes what the public sees of sorted pins ready to be walked.
    convenience init(_ columns: Columns, on basis: Basis, symbols: Symbols) {
        self.init(columns, byNumber: RadixOrder.ascending(columns.numbers), on: basis, symbols: symbols)
    }

    /// The same where the order by number is known.
    init(_ columns: Columns, byNumber: [UInt32], on basis: Basis, symbols: Symbols) {
        self.columns = columns
        self.byNumber = byNumber
        generation = basis.generation
        let test = RowTest(MapView(.everything, on: basis.day), withheld: basis.withheld, symbols: symbols)
        let usually = RowTest(MapView(.usual, on: basis.day), withheld: basis.withheld, symbols: symbols)
        let categories = symbols.categories.names.count
        everything = Selection(of: columns, categories: categories) { test.admits($0, of: columns) }
        usual = Selection(of: columns, categories: categories) { usually.admits($0, of: columns) }
    }

    /// The same pins on another basis.
    func remade(on basis: Basis, symbols: Symbols) -> Run {
        Run(columns, byNumber: byNumber, on: basis, symbols: symbols)
    }

    /// How many pins there are.
    var count: Int { columns.count }

    /// The row of a report's pin; nil if there is none.
    func row(of number: UInt64) -> Int? {
        var low = 0
        var high = byNumber.count
        while low < high {
            let middle = (low + high) >> 1
            if columns.numbers[Int(byNumber[middle])] < number { low = middle + 1 } else { high = middle }
        }
        guard low < byNumber.count else { return nil }
        let row = Int(byNumber[low])
        return columns.numbers[row] == number ? row : nil
    }
}
