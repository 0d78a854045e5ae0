import Formats
import LiveMap
import Synchronization
import Territory

/// What day it is by the city's clocks, worked out once a day rather than with every request.
final class CityDay: Sendable {
    private struct Kept {
        let version: Int
        let begins: Timestamp
        let day: MapDay
    }

    private let city: CurrentCity
    private let kept = Mutex<Kept?>(nil)

    init(_ city: CurrentCity) {
        self.city = city
    }

    /// The day of a moment.
    func value(at now: Timestamp) -> MapDay {
        let city = city.value
        return kept.withLock { kept in
            if let kept, kept.version == city.version, kept.begins <= now, now < kept.day.end {
                return kept.day
            }
            let day = MapDay(of: now, in: city.timeZone)
            kept = Kept(version: city.version, begins: city.timeZone.start(of: day.date), day: day)
            return day
        }
    }
}
