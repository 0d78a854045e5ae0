/// Hides telephone numbers, PESEL, accounts and other long numbers.
enum NumberMask {
    static func apply(to text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard text.contains(where: { $0.digit != nil }) else { return text }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            guard text[position].digit != nil || text[position] == "+",
                let run = DigitRun(text, at: position)
            else {
                result.append(text[position])
                position += 1
                continue
            }
            position = hide(run, in: text, from: position, &result)
        }
        return result
    }

    /// Writes a run with its numbers hidden; returns where it ends.
    private static func hide(
        _ run: DigitRun,
        in text: [Unicode.Scalar],
        from start: Int,
        _ result: inout [Unicode.Scalar]
    ) -> Int {
        var written = start
        var index = 0
        // What is hidden is no integer part any more.
        var before: DigitRun.Group?
        while index < run.groups.count {
            let groups = run.groups[index...]
            let group = run.groups[index]
            result.append(contentsOf: text[written..<group.start])
            written = group.start
            guard let found = NumberKind.find(in: groups, after: before, behind: result) else {
                result.append(contentsOf: text[written..<group.end])
                written = group.end
                before = group
                index += 1
                continue
            }
            index += found.count
            written = run.groups[index - 1].end
            if found.mask == .account { result.dropCountry() }
            // A bracket that is opened before the number and closed in it goes with it.
            let inside = text[group.start..<written]
            if result.last == "(", inside.contains(")"), !inside.contains("(") { result.removeLast() }
            result.append(found.mask)
            before = nil
        }
        return written
    }
}

extension [Unicode.Scalar] {
    /// Whether the two letters of a country stand at the end, as in an IBAN.
    var endsWithCountry: Bool {
        let letters = suffix(2)
        guard letters.count == 2, letters.allSatisfy(\.isASCIILetter) else { return false }
        guard let other = dropLast(2).last else { return true }
        return !other.isLetter && other.digit == nil
    }

    fileprivate mutating func dropCountry() {
        if endsWithCountry { removeLast(2) }
    }
}
