/// One field of many pins: numbers that are written once and then read by anybody.
///
/// An array would do the same, but a walk over a tile would count references to it more often than it reads from it.
@safe final class Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Invariant: the memory is written only in the initialisers and freed only in deinit.
    private let memory: UnsafeMutablePointer<Element>
    let count: Int

    /// Copies an array.
    init(_ array: [Element]) {
        count = array.count
        unsafe memory = .allocate(capacity: max(1, array.count))
        unsafe memory.update(from: array, count: array.count)
    }

    /// Makes each element from its place.
    init(count: Int, _ make: (Int) -> Element) {
        self.count = count
        unsafe memory = .allocate(capacity: max(1, count))
        for place in 0..<count { unsafe (memory + place).initialize(to: make(place)) }
    }

    /// Copies so many elements from wherever they lie.
    @unsafe
    init(copying bytes: UnsafeRawBufferPointer.SubSequence, count: Int) {
        precondition(unsafe bytes.count == count * MemoryLayout<Element>.stride)
        self.count = count
        unsafe memory = .allocate(capacity: max(1, count))
        unsafe UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyBytes(from: bytes)
    }

    /// The elements of two columns in the order of a plan.
    init(_ older: Column, _ newer: Column, by plan: MergePlan) {
        count = plan.count
        unsafe memory = .allocate(capacity: max(1, plan.count))
        var place = 0
        for stretch in plan.stretches {
            let source = stretch.isOfNewer ? newer : older
            precondition(stretch.rows.upperBound <= source.count)
            unsafe (memory + place).update(
                from: source.memory + stretch.rows.lowerBound,
                count: stretch.rows.count
            )
            place += stretch.rows.count
        }
        precondition(place == count)
    }

    /// The elements at some places.
    func picking(_ places: Column<UInt32>) -> Column {
        Column(count: places.count) { self[Int(places[$0])] }
    }

    deinit {
        unsafe memory.deallocate()
    }

    subscript(place: Int) -> Element {
        @inline(__always)
        get {
            precondition(place >= 0 && place < count)
            return unsafe memory[place]
        }
    }

    /// Lends the memory, which lives as long as this object.
    var start: UnsafePointer<Element> { unsafe UnsafePointer(memory) }

    /// How many bytes it takes.
    var byteCount: Int { count * MemoryLayout<Element>.stride }

    /// A copy of the elements.
    var array: [Element] { unsafe Array(UnsafeBufferPointer(start: memory, count: count)) }
}

extension Column<UInt32> {
    /// The first place, in an ascending column, of a number that is not below the given one.
    func firstPlace(notBelow number: UInt32) -> Int {
        (0..<count).firstPlace { self[$0] < number }
    }

    /// Whether an ascending column has a number.
    func holds(_ number: UInt32) -> Bool {
        let place = firstPlace(notBelow: number)
        return place < count && self[place] == number
    }
}
