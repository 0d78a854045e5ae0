/// Something that is wrong, or at least worth knowing, about a city's data.
package struct Finding: Sendable, Equatable {
    /// How much a finding matters.
    package enum Severity: String, Sendable {
        /// Reports would be placed wrongly, or not at all: the data are refused.
        case error
        /// It works, but probably not as it was meant.
        case warning
        /// Nothing to mend; somebody should know.
        case note
    }

    package let severity: Severity
    /// The name of the document, such as `districts` or `zones/park`.
    package let document: String
    /// Where in the document, in its own words: `features[3] (XVI), 19.937222,50.061667`; empty for all of it.
    package let place: String
    /// What is wrong.
    package let what: String
    /// What to do about it; empty if there is nothing to do.
    package let mend: String

    /// A finding of its parts.
    package init(
        _ severity: Severity,
        document: String,
        place: String = "",
        what: String,
        mend: String
    ) {
        self.severity = severity
        self.document = document
        self.place = place
        self.what = what
        self.mend = mend
    }
}

extension [Finding] {
    /// Adds a finding.
    mutating func add(
        _ severity: Finding.Severity,
        in document: String,
        at place: String = "",
        _ what: String,
        mend: String = ""
    ) {
        append(Finding(severity, document: document, place: place, what: what, mend: mend))
    }
}
