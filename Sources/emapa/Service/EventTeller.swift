import Doors
import Formats
import Territory

/// Tells those who follow the map what changed on it, soon after it did, and when a day of the city begins.
struct EventTeller: Sendable {
    /// Changes within it become one event; the other instances too know of them when a page asks one of these.
    private static let pause = Duration.milliseconds(100)
    private static let lookAtTheDay = Duration.seconds(1)

    private let events: TileEvents
    private let city: CurrentCity

    init(_ events: TileEvents, city: CurrentCity) {
        self.events = events
        self.city = city
    }

    /// Tells until the task is cancelled.
    func follow() async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    events.nudge()
                    try? await Task.sleep(for: EventTeller.lookAtTheDay)
                }
            }
            for await _ in events.wakes {
                try? await Task.sleep(for: EventTeller.pause)
                events.tell(on: city.value.today)
            }
            group.cancelAll()
        }
    }
}

extension City {
    /// The day that the city's clocks show now.
    var today: CivilDate { timeZone.local(.now).date }
}
