extension [UInt32] {
    /// The first place, in an ascending array, of a number that is not below the given one.
    func firstPlace(notBelow number: UInt32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [UInt32] {
    /// Puts a number into an ascending array.
    mutating func insertAscending(_ number: UInt32) {
        insert(number, at: firstPlace(notBelow: number))
    }
}
