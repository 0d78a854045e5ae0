/// Turns observations into log lines and metrics.
struct Observer: Sendable {
    private let log: LogWriter
    let metrics = MetricStore()

    /// An observer that logs to standard error.
    init(_ format: Configuration.LogFormat) {
        log = LogWriter(descriptor: 2, format: format)
    }

    /// Takes note of something; never blocks, and may be called on any thread.
    func note(_ observation: Observation) {
        if let line = observation.logLine { log.write(line) }
        observation.count(in: metrics)
        if log.droppedLines > 0 { metrics.set(.logLinesDropped, to: Double(log.droppedLines)) }
    }
}
