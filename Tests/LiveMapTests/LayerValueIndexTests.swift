import Testing

@testable import LiveMap

struct LayerValueIndexTests {
    @Test(arguments: [0, 1, 7, 5_000])
    func `numbers and moments keep their values, however many more come than were expected`(expected: Int) {
        var index = LayerValueIndex(most: expected)
        var random = SplitMix(state: 3)
        var known: [UInt64: UInt64] = [:]
        for step in 1...20_000 as ClosedRange<UInt64> {
            let number = UInt32.random(in: 0...(step % 3 == 0 ? 50 : .max), using: &random)
            let isMoment = step % 2 == 0
            let (value, isNew) =
                isMoment
                ? index.value(ofMoment: number, orElse: step) : index.value(of: number, orElse: step)
            let key = UInt64(number) << 1 | (isMoment ? 1 : 0)
            #expect(isNew == (known[key] == nil))
            #expect(value == known[key] ?? step)
            known[key] = value
        }
    }
}
