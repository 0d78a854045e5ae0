import Testing

@testable import PostgreSQL

@Suite struct JobQueueTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `it behaves like an array`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var queue = JobQueue<Int>()
        var model: [Int] = []
        for step in 0..<2000 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                queue.append(step)
                model.append(step)
            case 5..<8:
                #expect(queue.popFirst() == (model.isEmpty ? nil : model.removeFirst()))
            case 8:
                queue.prepend(step)
                model.insert(step, at: 0)
            default:
                let divisor = Int.random(in: 2...9, using: &random)
                let removed = queue.remove { $0 % divisor == 0 }
                #expect(removed == model.filter { $0 % divisor == 0 })
                model.removeAll { $0 % divisor == 0 }
            }
            #expect(queue.count == model.count)
            #expect(queue.min { $0 } == model.min())
        }
    }
}
