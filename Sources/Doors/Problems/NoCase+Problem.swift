import Formats
package import HTTP
package import Intake
import Reports
import Territory

extension NoCase: ProblemConvertible {
    /// 409 where a number has to be called at once, 422 where somebody else has to be asked.
    package var problem: Problem {
        switch outcome {
        case .emergency(let number, let advice):
            Problem(
                .conflict,
                code: "emergency",
                title: LocalizedText(pl: "Zadzwoń: \(number)", en: "Call \(number)"),
                detail: advice,
                facts: [("number", number)]
            )
        case .external(let unit, let advice):
            .outOfScope(advice, facts: [("unit", unit.code)])
        case .outOfScope(let advice):
            .outOfScope(advice)
        case .unit:
            // Nobody throws it: a unit of the city opens a case.
            .internalError
        }
    }
}

extension Problem {
    fileprivate static func outOfScope(
        _ advice: LocalizedText,
        facts: [(name: String, value: String)] = []
    ) -> Problem {
        Problem(
            .unprocessableContent,
            code: "out-of-scope",
            title: LocalizedText(
                pl: "To nie jest sprawa dla miasta",
                en: "This is not a matter for the city"
            ),
            detail: advice,
            facts: facts
        )
    }
}
