import Formats
import Reports

/// The checks of the units and of who follows them.
struct UnitChecks {
    let city: ReadableCity
    let units: UnitDirectory

    func run(_ findings: inout [Finding]) {
        for (index, unit) in units.units.enumerated() {
            let place = "units[\(index)] (\(unit.code))"
            for (number, successor) in unit.successors.enumerated() {
                check(successor, of: unit, at: "\(place).successors[\(number)]", &findings)
            }
            if unit.validity.until != nil, !unit.successors.isEmpty,
                !unit.successors.contains(where: \.takesAll)
            {
                findings.add(
                    .warning,
                    in: "units",
                    at: "\(place).successors",
                    "each takes over some categories only; the others go to the queue",
                    mend: "add a successor without 'categories' and 'groups'"
                )
            }
        }
        for circle in circles() {
            findings.add(
                .error,
                in: "units",
                at: "units (\(circle[0])).successors",
                "follow each other in a circle: \(circle.joined(separator: " → "))",
                mend: "a unit that has ended must not follow its own successor"
            )
        }
    }

    private func check(
        _ successor: Unit.Successor,
        of unit: Unit,
        at place: String,
        _ findings: inout [Finding]
    ) {
        guard units[successor.unit] != nil else {
            findings.add(
                .error,
                in: "units",
                at: "\(place).unit",
                "there is no unit '\(successor.unit)'",
                mend: "name a code of units.json"
            )
            return
        }
        if unit.validity.until == nil {
            findings.add(
                .warning,
                in: "units",
                at: place,
                "is never asked: \(unit.code) has no end",
                mend: "write valid_until, or leave the successor out"
            )
        }
        guard let catalogue = city.categories else { return }
        for code in successor.categories where catalogue[code] == nil {
            findings.add(
                .error,
                in: "units",
                at: "\(place).categories",
                unknown("category", code),
                mend: known
            )
        }
        let groups = Set(catalogue.groups.map(\.code))
        for code in successor.groups where !groups.contains(code) {
            findings.add(.error, in: "units", at: "\(place).groups", unknown("group", code), mend: known)
        }
    }

    private func unknown(_ sort: String, _ code: String) -> String { "there is no \(sort) '\(code)'" }
    private var known: String { "name a code of categories.json" }

    /// Each circle of successors once, from its first unit back to it.
    private func circles() -> [[String]] {
        var circles: [[String]] = []
        var done: Set<String> = []
        for unit in units.units where !done.contains(unit.code) {
            // A path from the unit as far as there are units that no path has been through.
            var path: [String] = []
            var branches: [[String]] = [[unit.code]]
            while var codes = branches.popLast() {
                guard let code = codes.popLast() else {
                    if let left = path.popLast() { done.insert(left) }
                    continue
                }
                branches.append(codes)
                if let start = path.firstIndex(of: code) {
                    circles.append(path[start...] + [code])
                    continue
                }
                guard !done.contains(code), let next = units[code] else { continue }
                path.append(code)
                branches.append(next.successors.map(\.unit).reversed())
            }
        }
        return circles
    }
}
