import Formats
import Geography
import Ledger
import Reports

/// A filter whose pages are timed.
struct Shape {
    let name: String
    private(set) var filter: ReportFilter
    /// Where the page begins.
    var key: PageKey?

    /// Milliseconds of pages of 50, and how many reports were on the last.
    struct Took {
        let median: Double
        let tail: Double
        let reports: Int
    }

    /// Reads the page many times, after some that don't count.
    func took(in ledger: Ledger, times: Int) async throws -> Took {
        var durations: [Double] = []
        var reports = 0
        for time in -20..<times {
            let start = ContinuousClock.now
            reports = try await ledger.page(of: filter, after: key, limit: 50).reports.count
            if time >= 0 { durations.append((ContinuousClock.now - start) / .milliseconds(1)) }
        }
        durations.sort()
        return Took(
            median: durations[durations.count / 2],
            tail: durations[min(durations.count - 1, durations.count * 99 / 100)],
            reports: reports
        )
    }
}

extension Shape {
    private init(
        _ name: String,
        for audience: Audience = .everyone(withheld: []),
        after key: PageKey? = nil,
        _ narrow: (inout ReportFilter) -> Void
    ) {
        var filter = ReportFilter(for: audience)
        narrow(&filter)
        self.name = name
        self.filter = filter
        self.key = key
    }

    /// Filters of every kind: frequent and rare values, many at once, and such as exclude each other.
    ///
    /// Everybody's lists tell nothing of the categories that are withheld.
    static func all(in ledger: Ledger, withheld: [String]) async throws -> [Shape] {
        let deep = try await ledger.page(of: deepFilter, limit: 1).next
        return shapes(deep).map { shape in
            var shape = shape
            if case .everyone = shape.filter.audience {
                shape.filter.audience = .everyone(withheld: withheld)
            }
            return shape
        }
    }

    private static func shapes(_ deep: PageKey?) -> [Shape] {
        [
            Shape("no filter") { _ in },
            Shape("no filter, in the middle of the list", after: deep) { _ in },
            Shape("frequent category") { $0.categories = ["road.pothole"] },
            Shape("rare category") { $0.categories = ["water.fountain"] },
            Shape("category out of season") { $0.categories = ["road.winter"] },
            Shape("ten categories") { $0.categories = rareCategories },
            Shape("rare status") { $0.statuses = [.reopened] },
            Shape("rare status, in the middle of the list", after: deep) { $0.statuses = [.reopened] },
            Shape("every open status") { $0.statuses = Set(ReportStatus.allCases.filter(\.isOpen)) },
            Shape("open statuses, in the middle of the list", after: deep) {
                $0.statuses = Set(ReportStatus.allCases.filter(\.isOpen))
            },
            Shape("rare unit") { $0.units = ["WODYPOLSKIE"] },
            Shape("rare kind") { $0.kinds = [.inquiry] },
            Shape("district and frequent category") {
                $0.districts = ["IX"]
                $0.categories = ["road.pothole"]
            },
            Shape("district, category and status") {
                $0.districts = ["IX"]
                $0.categories = ["water.leak"]
                $0.statuses = [.resolved]
            },
            Shape("a frequent category of a unit that has none") {
                $0.categories = ["road.pothole"]
                $0.units = ["ZZM"]
            },
            Shape("a frequent status that ideas never reach") {
                $0.kinds = [.idea]
                $0.statuses = [.resolved]
            },
            Shape("staff: unit and status", for: .staff(unit: "ZDMK")) { $0.statuses = [.waiting] },
            Shape("box of the city") {
                $0.bounds = Bounds(west: 19.79, south: 49.96, east: 20.22, north: 50.13)
            },
            Shape("box of a block") { $0.bounds = block },
            Shape("box of a block and a category") {
                $0.bounds = block
                $0.categories = ["road.light"]
            },
            Shape("box of a quarter and a rare status") {
                $0.bounds = Bounds(west: 19.92, south: 50.04, east: 19.96, north: 50.07)
                $0.statuses = [.reopened]
            },
            Shape("box outside") { $0.bounds = Bounds(west: 18.9, south: 50.2, east: 18.95, north: 50.25) },
            Shape("one day two years ago and a category") {
                $0.from = Timestamp(seconds: 1_731_888_000)
                $0.until = Timestamp(seconds: 1_731_974_400)
                $0.categories = ["road.light"]
            },
            Shape("text: frequent word") { $0.text = SearchText("ulica ul") },
            Shape("text: very frequent word") { $0.text = SearchText("przy") },
            Shape("text: beginning of a word") { $0.text = SearchText("latar") },
            Shape("text: two words") { $0.text = SearchText("dziura chodnik") },
            Shape("text: rare word") { $0.text = SearchText("Cegielnianej") },
            Shape("text: no such word") { $0.text = SearchText("xyzzy") },
            Shape("text: frequent words that never meet") { $0.text = SearchText("latarnia dziura") },
            Shape("text, unit, status") {
                $0.text = SearchText("prosze przy")
                $0.units = ["ZZM"]
                $0.statuses = [.reopened]
            },
        ]
    }

    private static var deepFilter: ReportFilter {
        var filter = ReportFilter(for: .staff(unit: nil))
        filter.until = Timestamp(seconds: 1_745_000_000)
        return filter
    }

    private static let block = Bounds(west: 19.9370, south: 50.0600, east: 19.9395, north: 50.0615)

    private static let rareCategories = [
        "water.leak", "water.manhole", "heritage", "road.bridge", "road.works", "animal.stray",
        "green.felling",
        "water.river", "waste.odour", "water.fountain",
    ]
}
