import Formats

/// Which part of a list is asked for: a page by its number, or what comes first.
package struct PageChoice: Equatable, Sendable {
    private static let usualSize = 50
    private static let mostSize = 500
    /// Where nobody asks for pages, so many are told.
    static let unpaged = PageChoice(skipping: 0, limit: 1_000)
    /// What lies before a page has to be counted.
    private static let farthest = 100_000

    package let skipping: Int
    package let limit: Int

    /// Reads `page` (from 1) and `page_size`.
    init(reading reader: inout QueryReader) {
        let hasPages = reader.text("page") != nil || reader.text("page_size") != nil
        let page = reader.integer("page", in: 1...PageChoice.farthest, usually: 1)
        let size = reader.integer("page_size", in: 1...PageChoice.mostSize, usually: PageChoice.usualSize)
        self = hasPages ? PageChoice(skipping: (page - 1) * size, limit: size) : .unpaged
        if hasPages, page * size > PageChoice.farthest {
            reader.report("page", "range", PageChoice.tooFar)
        }
    }

    private init(skipping: Int, limit: Int) {
        self.skipping = skipping
        self.limit = limit
    }

    private static let tooFar = LocalizedText(
        pl: "Strony sięgają \(farthest) pozycji; dalej prowadzą start_date i end_date.",
        en: "Pages reach to \(farthest) entries; start_date and end_date lead beyond."
    )
}
