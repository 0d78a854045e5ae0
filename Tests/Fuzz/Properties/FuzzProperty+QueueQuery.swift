import Doors
import Formats
import Geography
import HTTP
import Ledger
import LiveMap
import Reports
import Territory
import TestSupport

extension FuzzProperty {
    /// Whatever stands behind `/dispatch/?` shows a queue, and a unit nothing but what is its own or what it was asked.
    package static let queueQuery = FuzzProperty("queuequery") { bytes in
        guard let query = try? Query(parsing: bytes[...]) else { return nil }
        guard let desk = try? FuzzDesk.shared.get() else { return "Kraków can't be read" }
        return desk.fault(of: query, unit: "ZDMK") ?? desk.fault(of: query, unit: nil)
    }
}

/// A map with a few reports of two units, some of which one asked the other about.
private struct FuzzDesk: Sendable {
    static let shared = Result { try FuzzDesk() }

    private static let now = CivilDate(daysSince1970: 20_778).start
    private static let account = 7
    private let city: City
    private let snapshot: Snapshot
    /// The reports that ZDMK may see.
    private let seen: Set<ReportNumber>

    init() throws {
        city = try Krakow.city
        let map = LiveMap(on: MapDay(of: FuzzDesk.now, in: city.timeZone))
        let marks = (1...120).compactMap(FuzzDesk.mark)
        map.apply(marks)
        snapshot = map.snapshot
        seen = Set(
            marks.filter { $0.unit == "ZDMK" || $0.queue.asked.contains("ZDMK") }.map(\.number)
        )
    }

    func fault(of query: Query, unit: String?) -> String? {
        let asked = QueueQuery(query, by: FuzzDesk.account, of: unit, in: city, at: FuzzDesk.now)
        let page = snapshot.queue(
            asked.view,
            by: asked.order,
            after: asked.place,
            limit: QueueQuery.pageSize
        )
        if page.places.count > QueueQuery.pageSize { return "more than a page" }
        if page.count != snapshot.count(of: asked.view) { return "two counts" }
        let numbers = page.places.map(\.number)
        if Set(numbers).count != numbers.count { return "a report twice" }
        if unit != nil, !seen.isSuperset(of: numbers) { return "a report of another unit" }
        if asked.place != nil, asked.page != nil { return "two places at once" }
        let filter = asked.reportFilter
        if unit != nil, filter.audience != .desk(unit: "ZDMK") { return "another desk" }
        if !filter.isOfLeaders { return "members of groups" }
        return brokenAgain(asked, unit)
    }

    /// The page's own links say the same.
    private func brokenAgain(_ asked: QueueQuery, _ unit: String?) -> String? {
        let address = asked.query()
        guard let query = try? Query(parsing: Array(address.utf8.dropFirst())[...]) else {
            // What is longer when it is encoded than a query may be is cut off by the reader of requests.
            return address.utf8.count > 2_000 ? nil : "a link that cannot be read"
        }
        let again = QueueQuery(query, by: FuzzDesk.account, of: unit, in: city, at: FuzzDesk.now)
        let isSame = again.view == asked.view && again.order == asked.order && again.text == asked.text
        return isSame ? nil : "a link to another queue"
    }

    private static func mark(_ serial: Int) -> ReportMark? {
        guard let number = ReportNumber(prefix: "KCK", year: 2_026, serial: serial),
            let place = Coordinate(longitude: 19.93 + Double(serial) * 0.000_7, latitude: 50.06)
        else { return nil }
        let created = Timestamp(seconds: 1_770_000_000 + Int64(serial) * 86_400)
        return ReportMark(
            id: ReportIdentifier(high: UInt64(serial), low: 0),
            number: number,
            coordinate: place,
            kind: ReportKind.allCases[serial % ReportKind.allCases.count],
            category: serial % 3 == 0 ? "road.pothole" : "road.light",
            status: ReportStatus.allCases[serial % ReportStatus.allCases.count],
            unit: serial % 2 == 0 ? "ZDMK" : "MPO",
            district: "I",
            created: created,
            closed: nil,
            supporters: serial % 5,
            isHidden: serial % 7 == 0,
            queue: QueueFacts(
                updated: created,
                assignee: serial % 4 == 0 ? account : nil,
                asked: serial % 5 == 0 ? ["ZDMK"] : []
            ),
            version: 1
        )
    }
}
