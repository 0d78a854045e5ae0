import Reports

/// Circumstances as they are, or as they would be if a border ran elsewhere.
struct Scene {
    /// A zone whose edge is assumed nearer or farther than it is drawn.
    struct Move {
        /// The zone's position among the findings.
        let position: Int
        /// Metres to add to the distance.
        let metres: Double
    }

    let circumstances: Circumstances
    let isOpen: Bool
    let district: String?
    let move: Move?

    /// The circumstances as they are.
    init(_ circumstances: Circumstances, officeHours: OfficeHours) {
        self.init(
            circumstances,
            isOpen: officeHours.contains(circumstances.moment, isHoliday: circumstances.isHoliday),
            district: circumstances.site?.district.district.code,
            move: nil
        )
    }

    private init(_ circumstances: Circumstances, isOpen: Bool, district: String?, move: Move?) {
        self.circumstances = circumstances
        self.isOpen = isOpen
        self.district = district
        self.move = move
    }

    /// The same place in another district.
    func inDistrict(_ code: String) -> Scene {
        Scene(circumstances, isOpen: isOpen, district: code, move: move)
    }

    /// The same place with the edge of a zone elsewhere.
    func with(_ move: Move) -> Scene {
        Scene(circumstances, isOpen: isOpen, district: district, move: move)
    }

    /// Whether a zone that is meant is near enough.
    func holds(_ condition: ZoneCondition) -> Bool {
        guard let zones = circumstances.site?.zones else { return false }
        for position in zones.indices where condition.means(zones[position].zone) {
            if isNear(zones[position], at: position, within: condition.within) { return true }
        }
        return false
    }

    func holds(_ condition: TimeCondition) -> Bool {
        switch condition {
        case .officeHours: isOpen
        case .outsideOfficeHours: !isOpen
        case .holiday: circumstances.isHoliday
        case .notHoliday: !circumstances.isHoliday
        }
    }

    func holds(_ condition: AnswerCondition) -> Bool {
        guard let given = circumstances.answers[condition.question] else { return false }
        return given.contains { condition.values.contains($0) }
    }

    private func isNear(_ finding: ZoneFinding, at position: Int, within limit: Double?) -> Bool {
        if let move, move.position == position {
            return finding.depthDistance + move.metres <= limit ?? finding.zone.reach
        }
        return limit.map { finding.distance <= $0 } ?? finding.contains
    }
}

extension ZoneFinding {
    /// Metres from the zone's edge, negative inside of it.
    var depthDistance: Double {
        contains ? zone.reach - margin : zone.reach + margin
    }
}
