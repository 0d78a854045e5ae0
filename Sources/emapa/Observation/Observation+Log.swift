import CProcess
import HTTP
import PostgreSQL

extension Observation {
    /// What the log says of it; nil for what is only counted.
    var logLine: LogLine? {
        switch self {
        case .configurationWarning(let text): LogLine(level: .warning, event: "configuration", message: text)
        case .cluster(let event): LogLine(level: event.level, event: "cluster", message: event.description)
        case .database(let event): event.logLine
        case .server(let event): event.logLine
        case .serving(let address):
            LogLine(
                level: .info,
                event: "service.started",
                message: "Serving",
                facts: [("address", address), ("version", version)]
            )
        case .stopping(let signal):
            LogLine(level: .info, event: "service.stopping", message: "Stopping after signal \(signal)")
        case .stopped: LogLine(level: .info, event: "service.stopped", message: "Stopped")
        case .mapLoaded(let reports, let took):
            LogLine(
                level: .info,
                event: "map.loaded",
                message: "The map is in memory",
                facts: [("reports", String(reports)), ("seconds", took.secondsText)]
            )
        case .mapRestored(let reports, let took):
            LogLine(
                level: .info,
                event: "map.restored",
                message: "The map is in memory, from its file",
                facts: [("reports", String(reports)), ("seconds", took.secondsText)]
            )
        case .mapKept(let bytes, let took):
            LogLine(
                level: .info,
                event: "map.kept",
                message: "The map is in its file",
                facts: [("bytes", String(bytes)), ("seconds", took.secondsText)]
            )
        case .mapNotKept(let error):
            LogLine(
                level: .warning,
                event: "map.unkept",
                message: "The map could not be written to its file: \(error)"
            )
        case .mapFileRefused(let error):
            LogLine(
                level: .warning,
                event: "map.refused",
                message: "The map's file is not used, the map is loaded from the database: \(error)"
            )
        case .reportRecorded, .accessRefused: nil
        case .feedLost(let error):
            LogLine(
                level: .error,
                event: "feed.lost",
                message: "The map does not follow the database: \(error)"
            )
        case .feedBack:
            LogLine(level: .info, event: "feed.back", message: "The map follows the database again")
        case .feedBegunAgain:
            LogLine(
                level: .warning,
                event: "feed.again",
                message: "The database is another one than before; the map is loaded anew"
            )
        case .cityLoaded(let version, let took):
            LogLine(
                level: .info,
                event: "city.loaded",
                message: "The city's data were read anew",
                facts: [("version", String(version)), ("seconds", took.secondsText)]
            )
        case .cityRefused(let version, let error):
            LogLine(
                level: .error,
                event: "city.refused",
                message: "The city's data cannot be read, those from before stay in force: \(error)",
                facts: [("version", String(version))]
            )
        case .tidied(let requests, let photos):
            LogLine(
                level: .info,
                event: "tidied",
                message: "Removed what nobody needs any more",
                facts: [("requests", String(requests)), ("photos", String(photos))]
            )
        case .untidied(let error):
            LogLine(
                level: .warning,
                event: "untidied",
                message: "Tidying did not succeed and is tried again in an hour: \(error)"
            )
        }
    }
}

extension ClusterEvent {
    fileprivate var level: LogLine.Level {
        switch self {
        case .restartFailed: .error
        case .ended, .restarting, .stopEscalated, .endingLeftovers, .waitingForLeftovers, .clearedLeavings:
            .warning
        default: .info
        }
    }
}

extension DatabaseEvent {
    fileprivate var logLine: LogLine? {
        switch self {
        case .connected, .finished, .refused, .repeated, .listening: nil
        case .connectFailed(let pool, let detail, let pause):
            LogLine(
                level: .error,
                event: "database.away",
                message: "The database cannot be reached: \(detail)",
                facts: [("pool", "\(pool)"), ("retry_in_seconds", pause.secondsText)]
            )
        case .lost(let pool):
            LogLine(
                level: .warning,
                event: "database.lost",
                message: "A connection to the database broke",
                facts: [("pool", "\(pool)")]
            )
        case .slow(let pool, let waited, let ran):
            LogLine(
                level: .warning,
                event: "database.slow",
                message: "A job took long",
                facts: [
                    ("pool", "\(pool)"), ("waited_seconds", waited.secondsText),
                    ("ran_seconds", ran.secondsText),
                ]
            )
        case .failed(let pool, let failure):
            LogLine(
                level: .warning,
                event: "database.refused",
                message: "\(failure)",
                facts: [("pool", "\(pool)")]
            )
        case .listenerLost(let detail, _):
            LogLine(
                level: .warning,
                event: "database.listener",
                message: "The listener is cut off: \(detail)"
            )
        case .notifierLost(let detail, _):
            LogLine(
                level: .warning,
                event: "database.notifier",
                message:
                    "The notifier is cut off, other instances learn of changes four times a second: \(detail)"
            )
        case .migrated(let name, let took):
            LogLine(
                level: .info,
                event: "database.migrated",
                message: "Ran migration \(name)",
                facts: [("seconds", took.secondsText)]
            )
        }
    }
}

extension ServerEvent {
    fileprivate var logLine: LogLine? {
        switch self {
        case .requestFinished(let record): record.logLine
        case .handlerFailed(let failure):
            LogLine(
                level: .error,
                event: "http.failed",
                message: failure.description,
                facts: [("request", failure.requestID.text), ("route", failure.route ?? "none")]
            )
        case .stopped(let abandoned) where abandoned > 0:
            LogLine(
                level: .warning,
                event: "http.abandoned",
                message: "Requests were cut off at the stop",
                facts: [("requests", String(abandoned))]
            )
        case .connectionRefused, .malformedRequest, .connectionCut, .slowClientDropped, .stopped: nil
        }
    }
}

extension RequestRecord {
    /// Only what went wrong on our side, or took a second and was awaited, is worth a line; the rest is counted.
    fileprivate var logLine: LogLine? {
        let failed = (status?.code ?? 0) >= 500
        guard failed || duration > .seconds(1) && !isFollowing else { return nil }
        return LogLine(
            level: failed ? .error : .warning,
            event: failed ? "http.error" : "http.slow",
            message: failed ? "A request failed" : "A request took long",
            facts: [
                ("request", id.text), ("method", method.rawValue), ("route", route ?? "none"),
                ("status", status.map { String($0.code) } ?? "none"), ("seconds", duration.secondsText),
            ]
        )
    }
}

extension Duration {
    /// Seconds with three decimals.
    var secondsText: String {
        let (seconds, attoseconds) = components
        let thousandths = String(1_000 + abs(attoseconds) / 1_000_000_000_000_000).dropFirst()
        return "\(seconds).\(thousandths)"
    }

    /// Seconds as a number.
    var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
