package import Reports

/// How loudly each piece of evidence speaks in one comparison.
package struct EvidenceList: Sendable, Equatable {
    private var values = [Double](repeating: 0, count: Evidence.allCases.count)

    init() {
        self[.base] = 1
    }

    package subscript(evidence: Evidence) -> Double {
        get { values[evidence.place] }
        set { values[evidence.place] = newValue }
    }
}
