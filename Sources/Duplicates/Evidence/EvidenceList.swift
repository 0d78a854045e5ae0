package import Reports

/// How loudly each piece of evidence speaks in one comparison.
package struct EvidenceList: Sendable, Equatable {
    private var values = [Double](repeating: 0, count: Evidence.allCases.count)

    init() {
        self[.base] = 1
    }

    package subscript(evidence: Evidence) -> Double {
        get { values[EvidenceList.place(of: evidence)] }
        set { values[EvidenceList.place(of: evidence)] = newValue }
    }

    private static let places = Dictionary(
        uniqueKeysWithValues: Evidence.allCases.enumerated().map { ($1, $0) }
    )

    private static func place(of evidence: Evidence) -> Int { places[evidence] ?? 0 }
}
