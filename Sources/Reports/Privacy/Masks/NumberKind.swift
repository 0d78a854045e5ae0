/// What groups of digits are.
enum NumberKind {
    typealias Groups = ArraySlice<DigitRun.Group>

    /// What begins with the first of some groups and how many of them it takes; nil if it is nothing to hide.
    static func find(
        in groups: Groups,
        after before: DigitRun.Group?,
        behind text: [Unicode.Scalar]
    ) -> (mask: Mask, count: Int)? {
        guard let first = groups.first, !isFraction(first, of: before), !isPostCode(first, of: before) else {
            return nil
        }
        if let count = account(groups, behind: text) { return (.account, count) }
        if !first.hasPlus, PESEL.isValid(first.digits) { return (.pesel, 1) }
        if !first.hasPlus, let count = PESEL.grouped(groups) { return (.pesel, count) }
        if let count = PhoneNumber.international(groups) { return (.telephone, count) }
        if let found = single(first) { return (found, 1) }
        if sizes(groups, are: [4, 4, 4, 4]) { return (.number, 4) }
        if let count = PhoneNumber.national(groups, behind: text) { return (.telephone, count) }
        return nil
    }

    /// How many digits groups have.
    static func sizes(_ groups: Groups, are sizes: [Int]) -> Bool {
        groups.count >= sizes.count && zip(groups, sizes).allSatisfy { $0.digits.count == $1 }
    }

    /// What a number without breaks is, standing for itself.
    private static func single(_ group: DigitRun.Group) -> Mask? {
        switch group.digits.count {
        case 9: .telephone
        case 10: group.digits[0] == 0 && group.digits[1] != 0 ? .telephone : .number
        case 11: group.digits.starts(with: [4, 8]) ? .telephone : .pesel
        case 12...: .number
        default: nil
        }
    }

    /// The digits behind the dot of a coordinate in or near Poland.
    private static func isFraction(_ group: DigitRun.Group, of before: DigitRun.Group?) -> Bool {
        guard let before, group.gap == .dot, group.start == before.end + 1, before.digits.count == 2 else {
            return false
        }
        let degrees = before.digits[0] * 10 + before.digits[1]
        return (49...54).contains(degrees) || (14...24).contains(degrees)
    }

    /// The end of `31-004`.
    private static func isPostCode(_ group: DigitRun.Group, of before: DigitRun.Group?) -> Bool {
        guard let before, group.gap == .dash, group.start == before.end + 1 else { return false }
        return before.digits.count == 2 && group.digits.count == 3 && group.digits[0] == 0
    }

    /// A bank account: 26 digits, or an IBAN with the country's letters before it.
    private static func account(_ groups: Groups, behind text: [Unicode.Scalar]) -> Int? {
        if groups.first?.digits.count == 26 { return 1 }
        if sizes(groups, are: [2, 4, 4, 4, 4, 4, 4]) { return 7 }
        guard text.endsWithCountry, let first = groups.first, first.digits.count == 2 else {
            return text.endsWithCountry && (groups.first?.digits.count ?? 0) >= 15 ? 1 : nil
        }
        let fours = groups.dropFirst().prefix(8).prefix { $0.digits.count == 4 }.count
        guard fours >= 3 else { return nil }
        let rest = groups.dropFirst(1 + fours).first
        return 1 + fours + ((1...3).contains(rest?.digits.count ?? 0) && rest?.gap == .space ? 1 : 0)
    }
}
