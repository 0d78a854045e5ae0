import Formats
import HTTP
import Ledger
import Reports
import TestSupport
import Testing

@testable import Doors

struct PortalQueryTests {
    private let now = Timestamp(parsing: "2026-11-22T12:00:00Z") ?? .now

    private func query(_ text: String, kinds: Set<ReportKind>? = nil) throws -> PortalQuery {
        PortalQuery(try Query(parsing: Array(text.utf8)[...]), kinds: kinds, in: try Krakow.city, at: now)
    }

    @Test func `without a filter the list shows what the map does`() throws {
        let query = try query("")
        #expect(query.filter.closedFrom?.description == "2026-10-22T22:00:00Z")
        #expect(query.filter.statuses == nil)
        #expect(!query.isNarrowed)
        #expect(query.problem == nil)
    }

    @Test func `states are those of the tiles`() throws {
        let open = try #require(try query("status=open").filter.statuses)
        #expect(open.allSatisfy(\.isOpen) && open.contains(.received))
        let closed = try #require(try query("status=closed").filter.statuses)
        #expect(open.union(closed) == Set(ReportStatus.allCases))
        let all = try query("status=all").filter
        #expect(all.statuses == nil && all.closedFrom == nil)
    }

    @Test func `a group and a category narrow each other`() throws {
        let group = try query("group=greenery").filter.categories
        #expect(group.contains("green.tree") && !group.contains("road.pothole"))
        #expect(
            try query("group=greenery&category=green.tree,road.pothole").filter.categories == ["green.tree"]
        )
    }

    @Test func `boxes of a form that are ticked are joined, those left empty are passed over`() throws {
        let query = try query("district=I&district=V&category=&q=&status=")
        #expect(query.districts == ["I", "V"])
        #expect(query.problem == nil)
    }

    @Test func `a page about ideas shows nothing else`() throws {
        #expect(try query("", kinds: [.idea]).filter.kinds == [.idea])
        #expect(try query("kind=intervention", kinds: [.idea]).filter.kinds == [])
    }

    @Test func `what a stranger's link has besides does no harm`() throws {
        let query = try query("fbclid=abc&utm_source=x")
        #expect(query.problem == nil)
        #expect(!query.isNarrowed)
    }

    @Test(arguments: [
        "district=ZZ", "from=yesterday", "bbox=1,2,3", "status=lost", "page=x", "category=a,,b",
    ])
    func `what is wrong is said and left out`(text: String) throws {
        let query = try query(text)
        #expect(query.problem != nil)
        #expect(query.filter.districts.isEmpty && query.filter.from == nil && query.filter.bounds == nil)
    }

    @Test func `the list of an earlier day has what was open at its end, or closed not long before`() throws {
        let usual = try query("at=2026-06-30").filter
        #expect(usual.until?.description == "2026-06-30T22:00:00Z")
        #expect(usual.closedFrom?.description == "2026-05-30T22:00:00Z")
        #expect(try query("at=2026-06-30&status=open").filter.closedFrom == usual.until)
        #expect(try query("at=2026-06-30&status=closed").filter.closedUntil == usual.until)
        #expect(try query("at=2026-06-30&to=2026-06-01").filter.until?.description == "2026-06-01T22:00:00Z")
    }
}
