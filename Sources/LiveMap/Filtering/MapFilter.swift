package import Formats
package import Reports

/// Which of the map's reports somebody wants to see.
package struct MapFilter: Hashable, Sendable {
    /// Which states are wanted.
    package enum States: Hashable, Sendable {
        /// What a resident expects: what is open, and what was closed within the last 30 days.
        case usual
        /// All.
        case every
        /// These; never none.
        case some(Set<ReportStatus>)
    }

    /// A day whose evening is looked at, and which states of then are wanted.
    package struct Evening: Hashable, Sendable {
        /// The day.
        package let day: MapDay
        /// Which of the two states are wanted, of then.
        package let states: EveningStates

        /// Joins the parts.
        package init(_ day: MapDay, states: EveningStates) {
            self.day = day
            self.states = states
        }
    }

    /// The states that are known of an earlier day.
    package enum EveningStates: Hashable, Sendable {
        /// What was open, and what was closed within the 30 days before.
        case usual
        /// What was open.
        case open
        /// Whatever was closed.
        case closed
    }

    package var states = States.usual
    /// Codes of categories; nil for all.
    package var categories: Set<String>?
    package var kinds: Set<ReportKind>?
    /// Codes of units; nil for all.
    package var units: Set<String>?
    /// Codes of districts; nil for all.
    package var districts: Set<String>?
    /// Created at this moment or later.
    package var from: Timestamp?
    /// Created before this moment.
    package var until: Timestamp?
    /// At least so many supporters.
    package var supporters = 0
    /// The map as it was at the end of a day; `states` is not looked at then.
    package var evening: Evening?

    /// What only staff ask for.
    package var queue = QueueFilter.none

    /// The default view.
    package static let usual = MapFilter()
    /// All that everybody may see.
    package static let everything = MapFilter(states: .every)

    /// The default view, or one of other states.
    package init(states: States = .usual) {
        self.states = states
    }

    /// Whether nothing but what is open today is wanted.
    var isOfOpenAlone: Bool {
        guard evening == nil, case .some(let wanted) = states else { return false }
        return wanted.allSatisfy(\.isOpen)
    }

    /// The states' filter alone: the views that the index is ready for.
    var isReady: Bool {
        self == .usual || self == .everything
    }
}
