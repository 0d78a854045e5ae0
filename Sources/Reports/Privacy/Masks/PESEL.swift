/// The number that a person has in Poland: date of birth, a series and a check digit.
enum PESEL {
    private static let weights: [Int] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]

    /// Whether eleven digits have a date and the right check digit.
    static func isValid(_ digits: [UInt8]) -> Bool {
        guard digits.count == 11 else { return false }
        // The century is added to the month, in twenties.
        let month = Int(digits[2] * 10 + digits[3]) % 20
        let day = Int(digits[4] * 10 + digits[5])
        guard (1...12).contains(month), (1...31).contains(day) else { return false }
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
        return (10 - sum % 10) % 10 == Int(digits[10])
    }

    /// How many groups make a valid one with spaces or dashes in it.
    static func grouped(_ groups: NumberKind.Groups) -> Int? {
        var digits: [UInt8] = []
        for (index, group) in groups.prefix(11).enumerated() {
            if index > 0 {
                guard group.gap == .space || group.gap == .dash, !group.hasPlus else { return nil }
            }
            digits += group.digits.prefix(12)
            guard digits.count < 11 else {
                return index > 0 && isValid(digits) && !isOther(groups) ? index + 1 : nil
            }
        }
        return nil
    }

    /// Whether it begins like a date with a year, or is a house's number before that of a telephone.
    private static func isOther(_ groups: NumberKind.Groups) -> Bool {
        NumberKind.sizes(groups, are: [2, 2, 4]) || NumberKind.sizes(groups, are: [4, 2, 2])
            || (groups.first?.digits.count ?? 0) <= 2 && PhoneNumber.plain(groups.dropFirst()) != nil
    }
}
