extension Duration {
    /// Whole milliseconds; the largest number for durations beyond it.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        return overflow
            ? .max : scaled.addingReportingOverflow(attoseconds / 1_000_000_000_000_000).partialValue
    }
}
