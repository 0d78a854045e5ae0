package import Formats

extension UnitDirectory {
    /// The unit that is in charge on a day of what a unit's code stands for, and how it was found.
    ///
    /// A unit that has ended leads to its successor, one that hasn't begun to its predecessor, as often as it
    /// takes. What leads nowhere or in a circle ends at the contact centre: somebody always is in charge.
    package func inCharge(
        _ code: String,
        of category: Category?,
        on day: CivilDate
    ) -> (unit: Unit, steps: [UnitStep]) {
        guard var unit = self[code] else {
            return (queue, [UnitStep(from: code, to: queue.code, reason: .unknown)])
        }
        var steps: [UnitStep] = []
        var seen: Set<String> = [code]
        while !unit.validity.contains(day) {
            let reason: UnitStep.Reason
            let next: Unit?
            if let end = unit.validity.until, end <= day {
                reason = .ended(end)
                next = unit.successor(for: category).flatMap { self[$0.unit] }
            } else if let start = unit.validity.from {
                reason = .notYet(start)
                next = predecessor(of: unit.code, for: category, on: day)
            } else {
                break
            }
            guard let next, seen.insert(next.code).inserted else {
                steps.append(UnitStep(from: unit.code, to: queue.code, reason: .nobody))
                return (queue, steps)
            }
            steps.append(UnitStep(from: unit.code, to: next.code, reason: reason))
            unit = next
        }
        return (unit, steps)
    }

    /// Who handed a category over to a unit: best one that names it, and best one that was in force on the day.
    private func predecessor(of code: String, for category: Category?, on day: CivilDate) -> Unit? {
        var givers = predecessors(of: code)
        for isBetter: (Unit) -> Bool in [
            { $0.successor(for: category)?.unit == code },
            { $0.validity.contains(day) },
            { giver in category.map { giver.names($0, for: code) } ?? false },
        ] {
            let better = givers.filter(isBetter)
            if !better.isEmpty { givers = better }
        }
        return givers.first
    }
}

extension Unit {
    /// Whether it hands a category over to a unit by name.
    fileprivate func names(_ category: Category, for code: String) -> Bool {
        successors.contains { $0.unit == code && $0.takes(category) }
    }
}
