import Formats
import Reports

/// Days in a row on which the same districts of an edition are in force.
struct DistrictSpan {
    /// The first of the days; nil for as long as the edition has been there.
    let from: CivilDate?
    let edition: ReadableCity.Edition<[District]>
    /// The districts in force, with their places in the file.
    let districts: [(index: Int, district: District)]

    /// The spans of an edition, oldest first, so that every day is looked at without looking at every day.
    static func spans(of edition: ReadableCity.Edition<[District]>) -> [DistrictSpan] {
        var turns: Set<CivilDate> = []
        for district in edition.content {
            for turn in [district.validity.from, district.validity.until] {
                guard let turn, edition.isRunning(on: turn) else { continue }
                turns.insert(turn)
            }
        }
        let days = [edition.validFrom] + turns.sorted().filter { $0 != edition.validFrom }.map { $0 }
        return days.map { day in
            let standing = edition.content.enumerated().filter { entry in
                guard let day else { return entry.element.validity.from == nil }
                return entry.element.validity.contains(day)
            }
            return DistrictSpan(
                from: day,
                edition: edition,
                districts: standing.map { ($0.offset, $0.element) }
            )
        }
    }

    /// A place in the file, with the day from when it is meant where that says something.
    func place(_ text: String) -> String {
        let named = edition.place(text)
        guard let from, from != edition.validFrom else { return named }
        return "\(named), from \(from)"
    }
}

extension ReadableCity.Edition {
    /// Whether a day is one of the edition's.
    func isRunning(on day: CivilDate) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validUntil, day >= validUntil { return false }
        return true
    }
}
