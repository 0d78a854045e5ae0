package import Formats
package import Geography
import Reports

/// The districts and the routing zones that are in force on the same days.
package struct AreasInForce: Sendable, Equatable {
    /// By their official number.
    package let districts: [District]
    /// By layer and code.
    package let zones: [Zone]

    /// Keeps what is in force on a day and may route.
    package init(districts: [District], zones: [Zone], on day: CivilDate) {
        self.districts = districts.filter { $0.validity.contains(day) }.sorted {
            ($0.number, $0.code) < ($1.number, $1.code)
        }
        self.zones = zones.filter { $0.use == .routing && $0.validity.contains(day) }
            .sorted { $0.identifier < $1.identifier }
    }

    /// The box around all districts; nil if there are none.
    package var bounds: Bounds? { Bounds(enclosing: districts.flatMap(\.outline.positions)) }
}
