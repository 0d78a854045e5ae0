package import Formats
import Reports
package import Territory

/// Why no case is opened: somebody else has to be asked, or called at once.
package struct NoCase: Error, Sendable {
    /// Anything but a unit of the city.
    package let outcome: Outcome
    /// A sentence to the resident: why it is not a matter for the city.
    package let why: LocalizedText
}

extension NoCase {
    /// Whether somebody has to be called at once.
    package var isEmergency: Bool {
        if case .emergency = outcome { true } else { false }
    }

    /// Words of danger were found in what somebody wrote.
    init(danger: DangerFinding) {
        self.init(
            outcome: .emergency(number: danger.numbers.first ?? "112", advice: danger.advice),
            why: danger.advice
        )
    }
}
