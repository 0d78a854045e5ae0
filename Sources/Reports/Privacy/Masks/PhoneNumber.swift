/// Telephone numbers, of Poland's numbering and with a country's prefix.
enum PhoneNumber {
    /// The longest number of the world, in digits.
    private static let longest = 15
    private static let shortest = 8
    private static let mobiles: Set<UInt8> = [45, 50, 51, 53, 57, 60, 66, 69, 70, 72, 73, 78, 79, 80, 88]
    private static let areas: Set<UInt8> = [
        12, 13, 14, 15, 16, 17, 18, 22, 23, 24, 25, 29, 32, 33, 34, 41, 42, 43, 44, 46, 48, 52, 54, 55, 56,
        58,
        59, 61, 62, 63, 65, 67, 68, 71, 74, 75, 76, 77, 81, 82, 83, 84, 85, 86, 87, 89, 91, 94, 95,
    ]
    private static let cues = ["telefon", "komór", "komor", "dzwo", "zadzwo", "whatsapp", "phone", "mobile"]
    private static let wholeCues: Set<String> = ["tel", "kom", "fax", "faks", "sms", "call", "t", "m"]

    /// How many groups a number with a country's prefix takes: `+48 …`, `0048…`, `48 500 600 700`.
    static func international(_ groups: NumberKind.Groups) -> Int? {
        guard let first = groups.first else { return nil }
        if first.hasPlus { return abroad(groups, dropping: 0) }
        if first.digits.starts(with: [0, 0]), first.digits.count > 2 { return abroad(groups, dropping: 2) }
        if first.isJust("00"), groups.dropFirst().first?.digits.starts(with: [4, 8]) == true {
            return abroad(groups, dropping: 2)
        }
        guard first.isJust("48") else { return nil }
        let rest = groups.dropFirst()
        return plain(rest).map { $0 + 1 }
    }

    /// Groups up to eleven digits of Poland's, or as many as fit any country's.
    private static func abroad(_ groups: NumberKind.Groups, dropping zeros: Int) -> Int? {
        var digits: [UInt8] = []
        var taken = 0
        for (index, group) in groups.enumerated() {
            guard index == 0 || !group.hasPlus else { break }
            digits += group.digits.prefix(longest + zeros + 1)
            guard digits.count - zeros <= longest else { break }
            taken = index + 1
            if digits.dropFirst(zeros).starts(with: [4, 8]), digits.count - zeros == 11 { return taken }
        }
        let count = groups.prefix(taken).reduce(-zeros) { $0 + $1.digits.count }
        return taken > 0 && count >= shortest ? taken : nil
    }

    /// How many groups a number without a prefix takes.
    static func national(_ groups: NumberKind.Groups, behind text: [Unicode.Scalar]) -> Int? {
        let words = groups.count > 1 || (groups.first?.digits.count ?? 0) >= 7 ? text.lastWords : []
        if NumberKind.sizes(groups, are: [3, 3, 3]), words.first.map(namesLines) == true { return nil }
        if let count = plain(groups) { return count }
        if words.contains(where: isCue) { return announced(groups) }
        return nil
    }

    /// Nine digits as people group them, a zero before them or not.
    static func plain(_ groups: NumberKind.Groups) -> Int? {
        guard let first = groups.first else { return nil }
        if first.isJust("0") { return nine(groups.dropFirst(), dropping: 0).map { $0 + 1 } }
        return nine(groups, dropping: first.digits[0] == 0 ? 1 : 0)
    }

    private static func nine(_ groups: NumberKind.Groups, dropping zeros: Int) -> Int? {
        let digits = groups.prefix(2).flatMap { $0.digits.prefix(3) }.dropFirst(zeros).prefix(2)
        guard digits.count == 2, let tens = digits.first, let ones = digits.last else { return nil }
        let prefix = tens * 10 + ones
        var sizes = groups.prefix(4).map(\.digits.count)
        guard !sizes.isEmpty else { return nil }
        sizes[0] -= zeros
        let isArea = areas.contains(prefix)
        let isKnown = isArea || mobiles.contains(prefix)
        let gaps = Set(groups.dropFirst().prefix(3).map(\.gap))
        let isEven = gaps.count == 1 && !gaps.contains(.dot)
        if sizes[0] == 9 { return 1 }
        for (shape, isMeant) in [
            ([3, 3, 3], isKnown), ([3, 6], isKnown), ([3, 2, 2, 2], isKnown && isEven), ([2, 7], isArea),
            ([2, 3, 2, 2], isArea), ([2, 3, 4], isArea), ([2, 2, 2, 3], isArea && isEven),
            ([2, 2, 3, 2], isArea && isEven),
        ]
        where isMeant && sizes.starts(with: shape)
            && !groups.dropFirst().prefix(shape.count - 1).contains(where: \.hasPlus)
        {
            return shape.count
        }
        return nil
    }

    /// What a word before it calls a telephone's number: seven digits and more.
    private static func announced(_ groups: NumberKind.Groups) -> Int? {
        var count = 0
        var taken = 0
        for (index, group) in groups.enumerated() {
            guard count + group.digits.count <= 11, index == 0 || !group.hasPlus else { break }
            count += group.digits.count
            taken = index + 1
        }
        return count >= 7 ? taken : nil
    }

    private static func isCue(_ word: String) -> Bool {
        wholeCues.contains(word) || cues.contains { word.hasPrefix($0) }
    }

    /// Whether what follows a word are numbers of trams and buses.
    private static func namesLines(_ word: String) -> Bool {
        ["lini", "autobus", "tramwaj", "line", "bus", "tram"].contains { word.hasPrefix($0) }
    }
}
