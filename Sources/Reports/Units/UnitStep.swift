package import Formats

/// Why another unit is in charge than the one that was named.
package struct UnitStep: Sendable, Equatable {
    /// What led on from a unit.
    package enum Reason: Sendable, Equatable {
        /// It had ended on a day, and the next one took over.
        case ended(CivilDate)
        /// It was to begin on a day, and the next one was in charge before.
        case notYet(CivilDate)
        /// It isn't in force, and nobody is named who would be.
        case nobody
        /// There is no unit of this code.
        case unknown
    }

    /// The code of the unit that was to be in charge.
    package let from: String
    /// The code of the unit that was looked at next, or of the contact centre.
    package let to: String
    package let reason: Reason

    /// The step in a sentence.
    package var why: LocalizedText {
        switch reason {
        case .ended(let day):
            LocalizedText(
                pl: "Jednostka \(from) działała przed \(day); sprawę przejmuje \(to).",
                en: "\(from) ended before \(day); \(to) takes over."
            )
        case .notYet(let day):
            LocalizedText(
                pl: "Jednostka \(from) działa od \(day); wcześniej sprawą zajmuje się \(to).",
                en: "\(from) begins on \(day); until then \(to) is in charge."
            )
        case .nobody:
            LocalizedText(
                pl:
                    "Jednostka \(from) w tym dniu nie działa i nie wiadomo, kto ją zastępuje; ustali to \(to).",
                en: "\(from) isn't in force on that day and nobody is named in its place; \(to) finds out."
            )
        case .unknown:
            LocalizedText(
                pl: "Nie ma jednostki o kodzie \(from); kto zajmie się sprawą, ustali \(to).",
                en: "There is no unit of the code \(from); \(to) finds out who is in charge."
            )
        }
    }
}
