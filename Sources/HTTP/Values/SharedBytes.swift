/// Bytes that many answers share without copying them: a tile, a static file.
@safe package final class SharedBytes: @unchecked Sendable {
    // Invariant: the memory is written only in init and freed only in deinit, so any thread may read it.
    private let memory: UnsafeMutableRawBufferPointer

    /// Copies the bytes once.
    package init(_ bytes: some Collection<UInt8>) {
        unsafe memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        unsafe memory.copyBytes(from: bytes)
    }

    deinit {
        unsafe memory.deallocate()
    }

    /// How many bytes there are.
    package var count: Int { unsafe memory.count }

    /// A copy of the bytes.
    package var array: [UInt8] { unsafe Array(memory) }

    /// Lends the memory, which lives as long as this object.
    var start: UnsafeMutableRawPointer? { unsafe memory.baseAddress }
}
