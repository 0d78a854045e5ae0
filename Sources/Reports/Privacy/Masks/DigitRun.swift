/// Groups of digits that may belong together: `(12) 616 55 55`.
struct DigitRun {
    /// One group without a break.
    struct Group {
        let digits: [UInt8]
        /// Where it begins in the text, a plus or a bracket before it included.
        let start: Int
        /// Behind its last digit.
        let end: Int
        let hasPlus: Bool
        /// What stands between it and the group before.
        let gap: Gap

        /// Whether it is no more than some digits.
        func isJust(_ text: String) -> Bool {
            digits.elementsEqual(text.utf8.lazy.map { $0 &- 0x30 })
        }
    }

    /// What stands between two groups.
    enum Gap: Equatable {
        case none
        case space
        case dash
        case dot
        case other
    }

    let groups: [Group]

    /// More characters than this between two groups part them.
    private static let widestGap = 3

    /// The run that begins at a position; nil unless a digit or a plus before one stands there.
    init?(_ text: [Unicode.Scalar], at start: Int) {
        var groups: [Group] = []
        var position = start
        var gap = Gap.none
        while let group = DigitRun.group(of: text, at: position, behind: gap) {
            groups.append(group)
            gap = .none
            position = group.end
            var width = 0
            while position < text.count, width < DigitRun.widestGap,
                let next = DigitRun.gap(text[position])
            {
                gap = gap == .none || gap == next ? next : gap == .space || next == .space ? .space : .other
                position += 1
                width += 1
            }
            if gap == .none, position < text.count, text[position] != "+" { break }
        }
        guard !groups.isEmpty else { return nil }
        self.groups = groups
    }

    private static func group(of text: [Unicode.Scalar], at start: Int, behind gap: Gap) -> Group? {
        var position = start
        let hasPlus = position < text.count && (text[position] == "+" || text[position] == "\u{FF0B}")
        if hasPlus {
            position += 1
            if position < text.count, text[position].isSpace || text[position] == "(" { position += 1 }
        }
        var digits: [UInt8] = []
        var end = position
        while position < text.count {
            if let digit = text[position].digit {
                digits.append(digit)
                end = position + 1
            } else if digits.isEmpty || !text[position].isInvisible {
                break
            }
            position += 1
        }
        guard !digits.isEmpty else { return nil }
        return Group(digits: digits, start: start, end: end, hasPlus: hasPlus, gap: gap)
    }

    private static func gap(_ scalar: Unicode.Scalar) -> Gap? {
        if scalar.isSpace { return .space }
        if scalar.isDash { return .dash }
        switch scalar {
        case ".": return .dot
        case "/", "(", ")": return .other
        default: return nil
        }
    }
}
