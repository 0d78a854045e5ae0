import CSodium

/// Comparing secrets so that the time it takes says nothing of where they differ.
package enum ConstantTime {
    /// Whether both are the same bytes; only their lengths may be learnt from the time.
    package static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        // 0 says that they are equal.
        return unsafe sodium_memcmp(left, right, left.count) == 0
    }
}
