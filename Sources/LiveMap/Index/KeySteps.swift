/// Every 64th key of a run: so few that they stay near the processor, where the keys themselves do not.
struct KeySteps: Sendable {
    private let steps: Column<Int64>
    private let keys: Column<Int64>
    private static let bits = 6

    init(of keys: Column<Int64>) {
        self.keys = keys
        steps = Column(count: (keys.count + (1 << KeySteps.bits) - 1) >> KeySteps.bits) {
            keys[$0 << KeySteps.bits]
        }
    }

    /// The first row from another one on, which it probably lies near, whose key is not below `key`.
    @inline(__always)
    func firstRow(notBelow key: Int64, from row: Int) -> Int {
        let (steps, keys) = unsafe (self.steps.start, self.keys.start)
        let start = min(row >> KeySteps.bits, self.steps.count)
        // What is looked for lies behind the last step that is below, and not behind the next one.
        let step = (start..<self.steps.count).nextPlace { unsafe steps[$0] < key }
        let last = max(row, min(step << KeySteps.bits, self.keys.count))
        let first = max(row, (step - 1) << KeySteps.bits)
        return (first..<last).firstPlace { unsafe keys[$0] < key }
    }

    /// How many bytes they take, the run's own keys apart.
    var byteCount: Int { steps.byteCount }
}
