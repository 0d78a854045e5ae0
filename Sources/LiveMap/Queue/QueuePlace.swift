package import Reports

/// A place in a queue: right after a certain report, as it stood then.
///
/// A page that goes on from it neither repeats nor leaves out anything that did not change meanwhile.
package struct QueuePlace: Hashable, Sendable {
    /// Where the report stood in the queue's order.
    let rank: UInt32
    package let number: ReportNumber

    init(rank: UInt32, number: ReportNumber) {
        self.rank = rank
        self.number = number
    }

    /// Reads what `description` writes; nil for anything else.
    package init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let rank = UInt32(parts[0]), "\(rank)" == parts[0],
            let number = ReportNumber(parsing: String(parts[1]))
        else { return nil }
        self.init(rank: rank, number: number)
    }
}

extension QueuePlace: CustomStringConvertible {
    /// It stands in an address as it is.
    package var description: String { "\(rank).\(number)" }
}
