/// Searches in what is in ascending order.
extension Range<Int> {
    /// The first place that is not before what is looked for; the end if all are.
    @inline(__always)
    func firstPlace(notBefore isBefore: (Int) -> Bool) -> Int {
        var low = lowerBound
        var high = upperBound
        while low < high {
            let middle = (low + high) >> 1
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The same by steps that double, for what lies near the beginning.
    @inline(__always)
    func nextPlace(notBefore isBefore: (Int) -> Bool) -> Int {
        var low = lowerBound
        var step = 1
        while low + step <= upperBound, isBefore(low + step - 1) {
            low += step
            step <<= 1
        }
        return (low..<Swift.min(low + step, upperBound)).firstPlace(notBefore: isBefore)
    }
}
