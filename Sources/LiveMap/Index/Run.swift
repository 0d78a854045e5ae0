/// Pins that are sorted once and never changed: one of the few arrays that the map is made of.
final class Run: Sendable {
    let table: PinTable
    /// The table as it is walked.
    let columns: PinRows
    /// To find rows by their keys.
    let steps: KeySteps
    /// The rows by ascending number, to find a report's.
    let byNumber: Column<UInt32>
    /// The generation of the basis that the selections were made on.
    let generation: Int
    /// What everybody may see.
    let everything: Selection
    /// What of it is shown by default.
    let usual: Selection
    /// What somebody still has to act on, whoever may see it.
    let open: OpenRows

    /// Makes what the public sees of sorted pins ready to be walked.
    convenience init(_ table: PinTable, on basis: Basis, symbols: Symbols) {
        let byNumber = Column(RadixOrder.ascending(table.numbers.array))
        self.init(table, byNumber: byNumber, on: basis, symbols: symbols)
    }

    /// The same where the order by number is known.
    init(_ table: PinTable, byNumber: Column<UInt32>, on basis: Basis, symbols: Symbols) {
        self.table = table
        columns = PinRows(table)
        steps = KeySteps(of: table.keys)
        self.byNumber = byNumber
        generation = basis.generation
        let test = RowTest(MapView(.everything, on: basis.day), withheld: basis.withheld, symbols: symbols)
        let usually = RowTest(MapView(.usual, on: basis.day), withheld: basis.withheld, symbols: symbols)
        everything = Selection(of: table, test, symbols: symbols.categories)
        usual = Selection(of: table, usually, symbols: symbols.categories)
        open = OpenRows(of: table)
    }

    /// The same pins on another basis.
    func remade(on basis: Basis, symbols: Symbols) -> Run {
        Run(table, byNumber: byNumber, on: basis, symbols: symbols)
    }

    /// How many pins there are.
    var count: Int { table.count }

    /// How many bytes the run takes.
    var byteCount: Int {
        table.byteCount + steps.byteCount + byNumber.byteCount + everything.byteCount + usual.byteCount
            + open.byteCount
    }

    /// The row of a report's pin; nil if there is none.
    func row(of number: UInt64) -> Int? {
        let low = (0..<byNumber.count).firstPlace { table.numbers[Int(byNumber[$0])] < number }
        guard low < byNumber.count else { return nil }
        let row = Int(byNumber[low])
        return table.numbers[row] == number ? row : nil
    }
}
