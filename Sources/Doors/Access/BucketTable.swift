/// Token buckets by name, with a bound on how many there are.
///
/// A bucket is one number, the moment at which it will be full again: a use moves it by the rate's cost, and is refused
/// where that would be more than the bucket's room away. So nothing has to be filled up, and a full bucket need not be
/// kept. The buckets lie in a heap by that moment: the first to be full is the one that is forgotten for another.
struct BucketTable<Name: Hashable & Sendable>: Sendable {
    private struct Slot {
        var name: Name
        var fullAt: Int64
        /// Where in the heap it lies.
        var place: Int
    }

    private let capacity: Int
    private var slots: [Slot] = []
    /// Positions in `slots`; none is full before its parent.
    private var heap: [Int] = []
    private var index: [Name: Int] = [:]

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    var count: Int { slots.count }

    /// Whether a bucket of the name is kept.
    func holds(_ name: Name) -> Bool { index[name] != nil }

    /// Takes one token at a moment in nanoseconds of a clock that never goes back.
    ///
    /// Returns nil if there was one, else the nanoseconds until there is.
    mutating func take(_ name: Name, _ rate: Rate, now: Int64) -> Int64? {
        guard let slot = index[name] else {
            insert(name, fullAt: now + rate.cost, now: now)
            return nil
        }
        let fullAt = max(slots[slot].fullAt, now) + rate.cost
        let wait = fullAt - now - rate.room
        guard wait <= 0 else { return wait }
        slots[slot].fullAt = fullAt
        sink(slots[slot].place)
        return nil
    }

    private mutating func insert(_ name: Name, fullAt: Int64, now: Int64) {
        if let first = heap.first, slots.count >= capacity || slots[first].fullAt <= now {
            index[slots[first].name] = nil
            slots[first].name = name
            slots[first].fullAt = fullAt
            index[name] = first
            sink(0)
            return
        }
        index[name] = slots.count
        heap.append(slots.count)
        slots.append(Slot(name: name, fullAt: fullAt, place: heap.count - 1))
        rise(heap.count - 1)
    }

    private mutating func sink(_ start: Int) {
        var place = start
        while true {
            let left = 2 * place + 1
            guard left < heap.count else { return }
            let right = left + 1
            let child = right < heap.count && isSooner(right, left) ? right : left
            guard isSooner(child, place) else { return }
            swap(child, place)
            place = child
        }
    }

    private mutating func rise(_ start: Int) {
        var place = start
        while place > 0, isSooner(place, (place - 1) / 2) {
            swap(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private func isSooner(_ left: Int, _ right: Int) -> Bool {
        slots[heap[left]].fullAt < slots[heap[right]].fullAt
    }

    private mutating func swap(_ left: Int, _ right: Int) {
        heap.swapAt(left, right)
        slots[heap[left]].place = left
        slots[heap[right]].place = right
    }
}
