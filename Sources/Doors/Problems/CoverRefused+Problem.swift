import Formats
package import HTTP
package import Intake
package import Ledger

extension CoverRefused: ProblemConvertible {
    /// 422.
    package var problem: Problem {
        Problem(.unprocessableContent, code: "cover-refused", title: title)
    }

    private var title: LocalizedText {
        switch self {
        case .nothingNew:
            LocalizedText(pl: "Te fragmenty są już zasłonięte", en: "These parts are covered already")
        case .tooMany(let most):
            LocalizedText(
                pl: "Na zdjęciu może być najwyżej \(most) prostokątów",
                en: "A photo can have at most \(most) rectangles"
            )
        }
    }
}

extension NoSuchPhoto: ProblemConvertible {
    /// 404.
    package var problem: Problem { .noSuchPhoto }
}
