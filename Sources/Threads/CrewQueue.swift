/// Work that waits, and what becomes of it: exactly one of the two closures is called, by whoever took it out.
struct CrewTask: Sendable {
    let name: UInt64
    let run: @Sendable () -> Void
    let refuse: @Sendable (CrewError) -> Void
}

/// The work that waits for a thread, in the order in which it came.
struct CrewQueue {
    private let capacity: Int
    private var waiting: [CrewTask] = []
    private var isClosed = false
    private var lastName: UInt64 = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// A name by which work can be taken out again.
    mutating func newName() -> UInt64 {
        lastName &+= 1
        return lastName
    }

    /// Takes work in; nil if it waits now, else why it does not.
    mutating func submit(_ task: CrewTask) -> CrewError? {
        if isClosed { return .closed }
        guard waiting.count < capacity else { return .overloaded }
        waiting.append(task)
        return nil
    }

    /// The work that has waited longest; `.some(nil)` when there will be no more, nil while there is none.
    mutating func next() -> CrewTask?? {
        if !waiting.isEmpty { return .some(waiting.removeFirst()) }
        return isClosed ? .some(nil) : nil
    }

    /// Takes work out that waits; nil if a thread has it, or nobody.
    mutating func remove(_ name: UInt64) -> CrewTask? {
        guard let index = waiting.firstIndex(where: { $0.name == name }) else { return nil }
        return waiting.remove(at: index)
    }

    /// Takes no more, and gives out what waits.
    mutating func close() -> [CrewTask] {
        isClosed = true
        defer { waiting = [] }
        return waiting
    }
}
