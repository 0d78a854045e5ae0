import Testing

@testable import emapa

struct MetricStoreTests {
    @Test func `counts add up by their labels`() {
        let store = MetricStore()
        store.add(.httpRequests, ["GET", "/a", "200"])
        store.add(.httpRequests, ["GET", "/a", "200"])
        store.add(.httpRequests, ["GET", "/b", "404"])
        let page = store.page()
        #expect(page.contains("emapa_http_requests_total{method=\"GET\",route=\"/a\",status=\"200\"} 2\n"))
        #expect(page.contains("emapa_http_requests_total{method=\"GET\",route=\"/b\",status=\"404\"} 1\n"))
    }

    @Test func `a histogram's buckets hold everything up to their bound`() {
        let store = MetricStore()
        for seconds in [0.000_4, 0.003, 0.003, 99] { store.measure(.httpSeconds, ["/a"], seconds: seconds) }
        let page = store.page()
        #expect(page.contains("emapa_http_request_seconds_bucket{route=\"/a\",le=\"0.0005\"} 1\n"))
        #expect(page.contains("emapa_http_request_seconds_bucket{route=\"/a\",le=\"0.005\"} 3\n"))
        #expect(page.contains("emapa_http_request_seconds_bucket{route=\"/a\",le=\"+Inf\"} 4\n"))
        #expect(page.contains("emapa_http_request_seconds_count{route=\"/a\"} 4\n"))
    }

    @Test func `a label cannot break its line`() {
        let store = MetricStore()
        store.add(.httpRefused, ["a\"b\\c\nd"])
        #expect(store.page().contains("reason=\"a\\\"b\\\\c\\nd\"} 1\n"))
    }

    @Test func `labels without end do not fill the memory`() {
        let store = MetricStore()
        for number in 0..<MetricStore.mostSeries + 500 { store.add(.httpRefused, [String(number)]) }
        let rows = store.page().split(separator: "\n").count { $0.hasPrefix("emapa_http_refused_total{") }
        #expect(rows == MetricStore.mostSeries)
    }

    @Test func `every metric is described`() {
        let page = MetricStore().page()
        for metric in Metric.allCases {
            #expect(page.contains("# HELP \(metric.rawValue) "))
            #expect(page.contains("# TYPE \(metric.rawValue) \(metric.kind.rawValue)\n"))
        }
    }
}
