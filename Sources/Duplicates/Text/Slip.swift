/// Whether two words differ by one slip of the hand.
enum Slip {
    /// Whether they are the same but for one letter that is wrong, missing or too many, or two that changed places.
    static func isAtMostOne(_ left: WordKey, _ right: WordKey) -> Bool {
        if left == right { return true }
        let (a, b) = (left.count, right.count)
        guard abs(a - b) <= 1 else { return false }
        var start = 0
        while start < min(a, b), left[start] == right[start] { start += 1 }
        var end = 0
        while end < min(a, b) - start, left[a - 1 - end] == right[b - 1 - end] { end += 1 }
        let (restA, restB) = (a - start - end, b - start - end)
        if restA <= 1, restB <= 1 { return true }
        return restA == 2 && restB == 2 && left[start] == right[start + 1] && left[start + 1] == right[start]
    }
}
