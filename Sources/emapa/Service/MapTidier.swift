import CProcess
import Formats
import LiveMap
import Territory
import Threads

/// Keeps the live map tidy: merges its runs, and turns its default view when a day begins.
///
/// Neither happens on Swift's own threads, which it would hold up for a tenth of a second.
struct MapTidier: Sendable {
    private static let rest = Duration.milliseconds(500)

    private let map: LiveMap
    private let city: CurrentCity
    private let crew = Crew(named: "map", workers: 1, queueCapacity: 1)

    init(_ map: LiveMap, city: CurrentCity) {
        self.map = map
        self.city = city
    }

    /// Looks after the map until the task is cancelled.
    func follow() async {
        while !Task.isCancelled {
            let today = MapDay(of: .now, in: city.value.timeZone)
            if map.snapshot.day != today || map.isMergeDue {
                try? await crew.run { [map] in
                    map.turn(to: today)
                    map.merge()
                    process_give_memory_back()
                }
            }
            try? await Task.sleep(for: MapTidier.rest)
        }
    }
}
