/// All units of a city, those of the past included.
package struct UnitDirectory: Sendable {
    package let units: [Unit]
    /// The contact centre itself, which takes what nobody else does.
    package let queue: Unit
    private let positions: [String: Int]
    /// Positions of the units that name a code among their successors.
    private let predecessors: [String: [Int]]

    /// - Precondition: every code stands there once.
    init(units: [Unit], queue: Unit) {
        self.units = units
        self.queue = queue
        positions = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.code, $0) })
        var predecessors: [String: [Int]] = [:]
        for (position, unit) in units.enumerated() {
            for code in Set(unit.successors.map(\.unit)) { predecessors[code, default: []].append(position) }
        }
        self.predecessors = predecessors
    }

    /// The unit with a code, whether it is still there or not.
    package subscript(code: String) -> Unit? {
        positions[code].map { units[$0] }
    }

    /// The units that handed something over to one, in the directory's order.
    func predecessors(of code: String) -> [Unit] {
        (predecessors[code] ?? []).map { units[$0] }
    }
}
