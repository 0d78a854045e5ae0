import Synchronization

/// Counts, gauges and histograms, and the page on which Prometheus reads them (text format 0.0.4).
final class MetricStore: Sendable {
    private struct Series: Hashable {
        let metric: Metric
        let labels: [String]
    }

    private struct Histogram {
        var counts = [UInt64](repeating: 0, count: MetricStore.bounds.count)
        var count: UInt64 = 0
        var sum = 0.0

        mutating func take(_ seconds: Double) {
            count += 1
            sum += seconds
            for (index, bound) in MetricStore.bounds.enumerated() where seconds <= bound {
                counts[index] += 1
            }
        }
    }

    private struct State {
        var numbers: [Series: Double] = [:]
        var histograms: [Series: Histogram] = [:]
    }

    /// The upper bounds of the histograms' buckets, in seconds.
    static let bounds = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
    /// More series than this are not kept, whatever labels arrive.
    static let mostSeries = 4_000

    private let state = Mutex(State())

    /// Adds to a counter.
    func add(_ metric: Metric, _ labels: [String] = [], by amount: Double = 1) {
        change(metric, labels) { $0 += amount }
    }

    /// Sets a gauge.
    func set(_ metric: Metric, _ labels: [String] = [], to value: Double) {
        change(metric, labels) { $0 = value }
    }

    /// Adds a measured time to a histogram.
    func measure(_ metric: Metric, _ labels: [String], seconds: Double) {
        let series = Series(metric: metric, labels: labels)
        state.withLock { state in
            guard state.histograms[series] != nil || state.histograms.count < MetricStore.mostSeries
            else { return }
            state.histograms[series, default: Histogram()].take(seconds)
        }
    }

    private func change(_ metric: Metric, _ labels: [String], _ body: (inout Double) -> Void) {
        let series = Series(metric: metric, labels: labels)
        state.withLock { state in
            guard state.numbers[series] != nil || state.numbers.count < MetricStore.mostSeries else { return }
            body(&state.numbers[series, default: 0])
        }
    }

    /// Everything measured so far, ordered by name and labels.
    func page() -> String {
        let (numbers, histograms) = state.withLock { ($0.numbers, $0.histograms) }
        var lines: [String] = []
        for metric in Metric.allCases {
            lines.append("# HELP \(metric.rawValue) \(metric.help)")
            lines.append("# TYPE \(metric.rawValue) \(metric.kind.rawValue)")
            var rows: [String] = []
            for (series, value) in numbers where series.metric == metric {
                rows.append("\(metric.rawValue)\(labels(of: series)) \(plain(value))")
            }
            for (series, histogram) in histograms where series.metric == metric {
                rows.append(rowsOf(histogram, series).joined(separator: "\n"))
            }
            lines += rows.sorted()
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func rowsOf(_ histogram: Histogram, _ series: Series) -> [String] {
        let name = series.metric.rawValue
        var lines: [String] = []
        for (bound, count) in zip(MetricStore.bounds, histogram.counts) {
            lines.append("\(name)_bucket\(labels(of: series, bound: plain(bound))) \(count)")
        }
        lines.append("\(name)_bucket\(labels(of: series, bound: "+Inf")) \(histogram.count)")
        lines.append("\(name)_sum\(labels(of: series)) \(histogram.sum)")
        lines.append("\(name)_count\(labels(of: series)) \(histogram.count)")
        return lines
    }

    private func labels(of series: Series, bound: String? = nil) -> String {
        var pairs = zip(series.metric.labels, series.labels).map { "\($0)=\"\(escaped($1))\"" }
        if let bound { pairs.append("le=\"\(bound)\"") }
        return pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}"
    }
}

private func plain(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? String(value)
}

private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "\\": result += "\\\\"
        case "\"": result += "\\\""
        case "\n": result += "\\n"
        default: result.append(character)
        }
    }
    return result
}
