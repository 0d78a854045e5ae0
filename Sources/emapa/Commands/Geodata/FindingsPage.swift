import Territory

/// Findings as people read them: each with its file, its place, what is wrong and what to do, then a summary.
struct FindingsPage {
    let findings: [Finding]
    /// What a document is called for the reader: mostly its file.
    let nameOf: (String) -> String

    /// How many findings there are of a severity.
    func count(_ severity: Finding.Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    /// One paragraph a finding.
    var text: String {
        findings.map { finding in
            let place = finding.place.isEmpty ? "" : ", \(finding.place)"
            let mend = finding.mend.isEmpty ? "" : "\n    mend: \(finding.mend)"
            return
                "\(finding.severity.rawValue): \(nameOf(finding.document))\(place): \(finding.what)\(mend)\n"
        }.joined()
    }

    /// `1 error, 2 warnings, no notes`.
    var summary: String {
        [Finding.Severity.error, .warning, .note].map { severity in
            let count = count(severity)
            return "\(count == 0 ? "no" : "\(count)") \(severity.rawValue)\(count == 1 ? "" : "s")"
        }.joined(separator: ", ")
    }
}

extension CityFolder {
    /// The file of a document: `districts.geojson`, `zones/park.geojson`.
    static func file(of document: String) -> String {
        if document == "addresses" { return "addresses.csv" }
        return files.first { $0.0 == document }?.1 ?? "\(document).geojson"
    }
}
