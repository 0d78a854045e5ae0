package import Formats
import Synchronization

/// Something made of one version of the city and one day: kept until the city changes or a new day begins.
///
/// On another day other areas may be in force.
package final class DailyView<Value: Sendable>: Sendable {
    private struct Kept {
        let version: Int
        let day: CivilDate
        let value: Value
    }

    private let city: CurrentCity
    private let make: @Sendable (City, CivilDate) -> Value
    private let kept = Mutex<Kept?>(nil)

    /// A view that `make` makes of a city as it is on a day.
    package init(of city: CurrentCity, _ make: @escaping @Sendable (City, CivilDate) -> Value) {
        self.city = city
        self.make = make
    }

    /// The view at a moment; whoever asks first after a change waits until it is made.
    package func value(at moment: Timestamp) -> Value {
        let city = city.value
        let day = city.timeZone.local(moment).date
        if let kept = kept.withLock({ $0 }), kept.version == city.version, kept.day == day {
            return kept.value
        }
        let made = Kept(version: city.version, day: day, value: make(city, day))
        kept.withLock { $0 = made }
        return made.value
    }
}

/// Something that can be made ready before anybody asks for it.
package protocol Refreshable: Sendable {
    /// Makes ready what will be asked for at a moment.
    func refresh(at moment: Timestamp)
}

extension DailyView: Refreshable {
    /// Makes the view anew if the city has changed or a new day has begun.
    package func refresh(at moment: Timestamp) {
        _ = value(at: moment)
    }
}
