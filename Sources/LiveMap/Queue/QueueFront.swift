/// The first so many of a queue, found while its rows come in any order.
struct QueueFront {
    /// A row that may be among them.
    struct Entry {
        let rank: UInt32
        let number: UInt64
        /// The symbol of the number's letters, which are the same within one city.
        let prefix: UInt16

        @inline(__always)
        func precedes(_ other: Entry) -> Bool {
            rank == other.rank ? number < other.number : rank < other.rank
        }
    }

    private let limit: Int
    /// A heap: no entry precedes those below it, so the first one is the last of the queue.
    private var heap: [Entry] = []

    init(limit: Int) {
        self.limit = max(1, limit)
        heap.reserveCapacity(self.limit)
    }

    /// Keeps an entry if it is among the first.
    @inline(__always)
    mutating func take(_ entry: Entry) {
        if heap.count == limit {
            guard entry.precedes(heap[0]) else { return }
            heap[0] = entry
            sink()
        } else {
            heap.append(entry)
            rise()
        }
    }

    /// The entries in the queue's order.
    var sorted: [Entry] { heap.sorted { $0.precedes($1) } }

    private mutating func rise() {
        var place = heap.count - 1
        while place > 0, heap[(place - 1) / 2].precedes(heap[place]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            let left = 2 * place + 1
            guard left < heap.count else { return }
            let right = left + 1
            let child = right < heap.count && heap[left].precedes(heap[right]) ? right : left
            guard heap[place].precedes(heap[child]) else { return }
            heap.swapAt(place, child)
            place = child
        }
    }
}
