package import Formats
package import Geography

/// A file that is to take a document's place in a city, and what would become of the city.
package struct CityImport: Sendable {
    /// What came of the attempt.
    package enum Outcome: Sendable {
        /// Nothing must be changed; the errors say why.
        case refused([Finding])
        /// The text may be written; the findings are what is worth knowing about it.
        case ready(content: [UInt8], findings: [Finding])
    }

    /// The name of the document, such as `districts` or `zones/park`.
    package let document: String
    /// The first day in force, for a layer of areas; nil for its first edition.
    package let validFrom: CivilDate?
    /// The system that the file is said to be in; nil where the file says it, or is in degrees.
    package let system: ReferenceSystem?

    /// Whether the document is a layer of areas, which has editions and a reference system.
    package var isLayer: Bool { document == "districts" || document.hasPrefix("zones/") }

    /// An import of its parts.
    package init(document: String, validFrom: CivilDate? = nil, system: ReferenceSystem? = nil) {
        self.document = document
        self.validFrom = validFrom
        self.system = system
    }

    /// Checks the city as it would be with the file's bytes in it.
    ///
    /// Errors elsewhere that were there before don't refuse a file: otherwise two of them could never be mended one
    /// after the other.
    package func outcome(of bytes: [UInt8], in city: CityDocuments, on day: CivilDate) -> Outcome {
        if let refusal = unclearEdition(in: city) { return .refused([refusal]) }
        let content: [UInt8]
        do {
            let layer = LayerImport(document: document, system: system, city: city)
            content = isLayer ? try layer.content(of: bytes) : bytes
        } catch {
            return .refused([error.finding(in: document)])
        }
        var changed = city
        changed.put(document, .init(validFrom: validFrom, content: content))
        let findings = CityChecks.findings(in: changed, on: day)
        let errors = findings.filter { $0.severity == .error }
        let old = errors.isEmpty ? [] : CityChecks.findings(in: city, on: day)
        let reasons = errors.filter { $0.document == document || !old.contains($0) }
        guard reasons.isEmpty else { return .refused(reasons) }
        return .ready(content: content, findings: findings.filter(isAbout))
    }

    /// Whether a finding is about the new text, not about another document or edition.
    private func isAbout(_ finding: Finding) -> Bool {
        guard finding.document == document else { return false }
        let edition = "edition of "
        return validFrom.map { finding.place.hasPrefix("\(edition)\($0)") } ?? !finding.place.hasPrefix(
            edition
        )
    }

    /// Without a day the first edition is meant; with later ones that would be a change of the past alone.
    private func unclearEdition(in city: CityDocuments) -> Finding? {
        guard isLayer, validFrom == nil, let latest = city[document].last?.validFrom else { return nil }
        return Finding(
            .error,
            document: document,
            what: "has editions with a day, the latest of \(latest)",
            mend: "say with --valid-from from which day the file is in force, or which edition it mends"
        )
    }
}
