import Doors
import HTTP
import PostgreSQL

extension Observation {
    /// Adds what is to be counted of it.
    func count(in metrics: MetricStore) {
        switch self {
        case .server(let event): event.count(in: metrics)
        case .database(let event): event.count(in: metrics)
        case .reportRecorded: metrics.add(.reportsRecorded)
        case .accessRefused(let refusal): metrics.add(.accessRefused, [refusal.rawValue])
        case .feedLost: metrics.add(.feedFailures)
        case .cityLoaded(let version, _): metrics.set(.cityVersion, to: Double(version))
        case .cityRefused: metrics.add(.cityRefusals)
        case .configurationWarning, .cluster, .serving, .stopping, .stopped, .mapLoaded, .mapRestored,
            .mapKept, .mapNotKept, .mapFileRefused, .feedBack, .feedBegunAgain, .tidied, .untidied:
            break
        }
    }
}

extension ServerEvent {
    fileprivate func count(in metrics: MetricStore) {
        switch self {
        case .requestFinished(let record):
            let route = record.route ?? "none"
            let status = record.status.map { String($0.code) } ?? "none"
            metrics.add(.httpRequests, [record.method.rawValue, route, status])
            if !record.isFollowing {
                metrics.measure(.httpSeconds, [route], seconds: record.duration.inSeconds)
            }
            metrics.add(.httpBytes, by: Double(record.bodyBytes ?? 0))
        case .connectionRefused(let refusal): metrics.add(.httpRefused, [refusal.rawValue])
        case .malformedRequest: metrics.add(.httpRefused, ["malformed"])
        case .connectionCut(let phase): metrics.add(.httpRefused, ["cut_\(phase.rawValue)"])
        case .slowClientDropped: metrics.add(.httpRefused, ["slow_client"])
        case .handlerFailed, .stopped: break
        }
    }
}

extension DatabaseEvent {
    fileprivate func count(in metrics: MetricStore) {
        switch self {
        case .finished(let pool, _, let ran), .slow(let pool, _, let ran):
            metrics.add(.databaseQueries, ["\(pool)"])
            metrics.measure(.databaseSeconds, ["\(pool)"], seconds: ran.inSeconds)
        case .connectFailed: metrics.add(.databaseTrouble, ["connect"])
        case .lost, .listenerLost, .notifierLost: metrics.add(.databaseTrouble, ["lost"])
        case .refused: metrics.add(.databaseTrouble, ["refused"])
        case .repeated: metrics.add(.databaseTrouble, ["repeated"])
        case .failed: metrics.add(.databaseTrouble, ["failed"])
        case .connected, .listening, .migrated: break
        }
    }
}
