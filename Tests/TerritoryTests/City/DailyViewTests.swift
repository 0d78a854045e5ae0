import Formats
import Synchronization
import Territory
import TestSupport
import Testing

struct DailyViewTests {
    @Test func `a view is made once a version and once a day of the city's own clock`() throws {
        let city = CurrentCity(try Krakow.city)
        let made = Mutex(0)
        let view = DailyView(of: city) { city, day in
            made.withLock { $0 += 1 }
            return "\(city.version) on \(day)"
        }
        // Midnight in Warsaw is 23:00 UTC in winter.
        let evening = try #require(Timestamp(parsing: "2026-11-21T22:59:59Z"))
        let night = try #require(Timestamp(parsing: "2026-11-21T23:00:00Z"))
        #expect(view.isStale(at: evening))
        #expect(view.value(at: evening) == "1 on 2026-11-21")
        #expect(view.value(at: evening.advanced(bySeconds: -3_600)) == "1 on 2026-11-21")
        #expect(made.withLock { $0 } == 1)
        #expect(!view.isStale(at: evening) && view.isStale(at: night))
        view.refresh(at: night)
        #expect(made.withLock { $0 } == 2)
        #expect(view.value(at: night) == "1 on 2026-11-22")
        city.replace(with: try City(Krakow.documents(version: 2), at: night, timeZone: Krakow.timeZone))
        #expect(view.isStale(at: night))
        #expect(view.value(at: night) == "2 on 2026-11-22")
        #expect(made.withLock { $0 } == 3)
    }
}
