/// Bytes of a tile that is being written, as fast as memory takes them.
///
/// Room is made for a whole feature, whose bytes are then put through a pen that looks at no capacity: where the pen
/// stands is a register, not a count in memory.
@safe struct ByteWriter: ~Copyable {
    // Invariant: `count` is at most `capacity`, which `start` was allocated with.
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(reserving capacity: Int) {
        self.capacity = max(64, capacity)
        unsafe start = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe start.deallocate()
    }

    /// A pen for at most so many more bytes; what it puts counts once it is given to `take`.
    @inline(__always)
    mutating func pen(for room: Int) -> BytePen {
        if count + room > capacity { grow(by: room) }
        return unsafe BytePen(at: start + count)
    }

    /// Counts what a pen has put.
    @inline(__always)
    mutating func take(_ pen: BytePen) {
        count = unsafe pen.place - start
        assert(count <= capacity)
    }

    private mutating func grow(by more: Int) {
        let larger = max(count + more, capacity * 2)
        let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe next.update(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = next
        capacity = larger
    }

    /// Copies everything to a place that has room for it.
    @unsafe
    func copy(to target: UnsafeMutablePointer<UInt8>) {
        unsafe target.update(from: start, count: count)
    }
}
