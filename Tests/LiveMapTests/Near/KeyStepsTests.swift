import Testing

@testable import LiveMap

struct KeyStepsTests {
    @Test(arguments: [0, 1, 63, 64, 65, 1_000, 4_096])
    func `a row is found by its key from any row before`(count: Int) {
        var random = SplitMix(state: UInt64(count))
        let keys = (0..<count).map { _ in Int64.random(in: 0..<Int64(max(1, count / 2)), using: &random) }
            .sorted()
        let steps = KeySteps(of: Column(keys))
        for _ in 0..<2_000 {
            let key = Int64.random(in: -1...Int64(max(1, count / 2)), using: &random)
            let row = Int.random(in: 0...count, using: &random)
            #expect(
                steps.firstRow(notBelow: key, from: row) == (row..<count).first { keys[$0] >= key } ?? count
            )
        }
    }
}
