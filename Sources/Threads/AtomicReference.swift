import Synchronization

/// A reference that is read and replaced by any threads, none of which ever waits for another.
///
/// A reader first takes a share: it raises a count that stands in the same word as the address. So the object cannot
/// go away before the reader has retained it. Whoever replaces the object pays for the shares that are out, by
/// retaining it once for each; readers who find it replaced give theirs back to the object, all others to the word.
@safe package final class AtomicReference<Object: AnyObject & Sendable>: @unchecked Sendable {
    // Invariant: the object in `word` is retained once by the word, and once more for each share of a replaced one.
    private let word: Atomic<UInt64>

    /// Addresses take the lower 48 bits, shares the rest.
    private static var addressMask: UInt64 { (1 << 48) - 1 }
    private static var share: UInt64 { 1 << 48 }

    package init(_ object: Object) {
        word = Atomic(AtomicReference.retained(object))
    }

    deinit {
        unsafe AtomicReference.pointer(to: word.load(ordering: .acquiring)).release()
    }

    /// The object; when it is replaced, readers keep what they hold.
    package var value: Object {
        get {
            let taken = word.add(AtomicReference.share, ordering: .acquiring).newValue
            let object = unsafe AtomicReference.pointer(to: taken).retain()
            giveBack(taken & AtomicReference.addressMask)
            return unsafe object.takeRetainedValue()
        }
        set {
            let old = word.exchange(AtomicReference.retained(newValue), ordering: .acquiringAndReleasing)
            let object = unsafe AtomicReference.pointer(to: old)
            for _ in 0..<(old >> 48) { _ = unsafe object.retain() }
            unsafe object.release()
        }
    }

    private func giveBack(_ address: UInt64) {
        var now = word.load(ordering: .relaxed)
        while now & AtomicReference.addressMask == address, now >> 48 > 0 {
            let (exchanged, original) = word.weakCompareExchange(
                expected: now,
                desired: now - AtomicReference.share,
                ordering: .acquiringAndReleasing
            )
            if exchanged { return }
            now = original
        }
        // It was replaced in between, and whoever did that has retained it for this share.
        unsafe AtomicReference.pointer(to: address).release()
    }

    private static func retained(_ object: Object) -> UInt64 {
        let address = UInt64(UInt(bitPattern: unsafe Unmanaged.passRetained(object).toOpaque()))
        precondition(address & ~addressMask == 0, "addresses have 48 bits")
        return address
    }

    private static func pointer(to word: UInt64) -> Unmanaged<Object> {
        guard let pointer = unsafe UnsafeRawPointer(bitPattern: UInt(word & addressMask)) else {
            preconditionFailure("the word always holds an object")
        }
        return unsafe Unmanaged.fromOpaque(pointer)
    }
}
