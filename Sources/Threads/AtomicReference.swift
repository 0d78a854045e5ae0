import Synchronization

/// A reference that is read and replaced by any threads, none of which ever waits for another.
///
/// A reader first takes a share of the holder: it raises a count that stands in the same word as the holder's address,
/// so that the holder cannot go away before the reader has retained what it holds. Who still finds the holder there
/// gives the share back to the word. Whoever replaces the holder writes the shares that are out into the holder's own
/// balance, which those who find it replaced lower, some of them before it was raised; whoever makes it even lets go.
@safe package final class AtomicReference<Object: AnyObject & Sendable>: @unchecked Sendable {
    // Invariant: the holder in `word` is retained once, and stays so until its balance is even after it was replaced. A
    // holder never comes back, so an address that is found again is the same holder.
    private let word: Atomic<UInt64>

    /// What the word points to; made anew for every object that is put there.
    private final class Holder: Sendable {
        let object: Object
        /// The shares that were out when it was replaced, less those that came back since.
        let balance = Atomic<Int>(0)

        init(_ object: Object) {
            self.object = object
        }
    }

    /// Addresses take the lower 48 bits, shares the rest.
    private static var addressMask: UInt64 { (1 << 48) - 1 }
    private static var share: UInt64 { 1 << 48 }

    package init(_ object: Object) {
        word = Atomic(AtomicReference.held(object))
    }

    deinit {
        unsafe AtomicReference.holder(in: word.load(ordering: .acquiring)).release()
    }

    /// The object; when it is replaced, readers keep what they hold.
    package var value: Object {
        get {
            let taken = word.add(AtomicReference.share, ordering: .acquiringAndReleasing).newValue
            let object = unsafe AtomicReference.holder(in: taken).takeUnretainedValue().object
            giveBack(taken & AtomicReference.addressMask)
            return object
        }
        set {
            let old = word.exchange(AtomicReference.held(newValue), ordering: .acquiringAndReleasing)
            AtomicReference.settle(old, by: Int(old >> 48))
        }
    }

    private func giveBack(_ address: UInt64) {
        var now = word.load(ordering: .relaxed)
        while now & AtomicReference.addressMask == address {
            let (exchanged, original) = word.weakCompareExchange(
                expected: now,
                desired: now - AtomicReference.share,
                ordering: .acquiringAndReleasing
            )
            if exchanged { return }
            now = original
        }
        AtomicReference.settle(address, by: -1)
    }

    /// Changes the balance of a holder that was replaced, and lets go of it when that makes it even.
    private static func settle(_ word: UInt64, by shares: Int) {
        let holder = unsafe holder(in: word)
        let balance = unsafe holder.takeUnretainedValue().balance
            .add(shares, ordering: .acquiringAndReleasing).newValue
        if balance == 0 { unsafe holder.release() }
    }

    private static func held(_ object: Object) -> UInt64 {
        let address = UInt64(UInt(bitPattern: unsafe Unmanaged.passRetained(Holder(object)).toOpaque()))
        precondition(address & ~addressMask == 0, "addresses have 48 bits")
        return address
    }

    private static func holder(in word: UInt64) -> Unmanaged<Holder> {
        guard let pointer = unsafe UnsafeRawPointer(bitPattern: UInt(word & addressMask)) else {
            preconditionFailure("the word always holds an address")
        }
        return unsafe Unmanaged.fromOpaque(pointer)
    }
}
