import Synchronization
import Testing

@testable import Threads

struct AtomicReferenceTests {
    /// Counts how many of its kind are alive.
    private final class Guest: Sendable {
        static let alive = Atomic<Int>(0)
        let number: Int
        private let seal: Int

        init(_ number: Int) {
            self.number = number
            seal = ~number
            Guest.alive.add(1, ordering: .relaxed)
        }

        deinit { Guest.alive.subtract(1, ordering: .relaxed) }

        var isWhole: Bool { seal == ~number }
    }

    @Test func `readers see whole objects, never an older one after a newer one, and none is left over`()
        async
    {
        do {
            let reference = AtomicReference(Guest(0))
            await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    for number in 1...40_000 { reference.value = Guest(number) }
                    return true
                }
                for _ in 0..<3 {
                    group.addTask {
                        var last = 0
                        while last < 40_000 {
                            let guest = reference.value
                            guard guest.isWhole, guest.number >= last else { return false }
                            last = guest.number
                        }
                        return true
                    }
                }
                for await isFine in group { #expect(isFine) }
            }
            #expect(reference.value.number == 40_000)
            #expect(Guest.alive.load(ordering: .relaxed) == 1)
        }
        #expect(Guest.alive.load(ordering: .relaxed) == 0)
    }

    private final class Passer: Sendable {
        let word = "here"
    }

    @Test func `the same object may be put back while it is read`() async {
        let (one, other) = (Passer(), Passer())
        let reference = AtomicReference(one)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for turn in 0..<40_000 { reference.value = turn % 2 == 0 ? other : one } }
            for _ in 0..<2 { group.addTask { for _ in 0..<40_000 { _ = reference.value.word } } }
        }
        #expect(reference.value === one)
    }
}
