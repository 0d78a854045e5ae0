/// The district and the zones that contain a place, by their positions among the areas in force.
package struct Combination: Hashable, Sendable {
    /// The district's position; -1 outside of the city.
    package let district: Int32
    /// The zones' positions, rising.
    package let zones: [Int32]

    static let outside = Combination(district: -1, zones: [])
}

/// Numbers combinations in the order in which they are met; 0 is `outside`.
struct CombinationTable: Sendable {
    private(set) var combinations: [Combination] = [.outside]
    private var numbers: [Combination: Int32] = [.outside: 0]

    mutating func number(of combination: Combination) -> Int32 {
        if let number = numbers[combination] { return number }
        let number = Int32(combinations.count)
        combinations.append(combination)
        numbers[combination] = number
        return number
    }
}
