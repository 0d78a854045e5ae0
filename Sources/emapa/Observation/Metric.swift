/// What is counted and measured, with the name under which Prometheus finds it.
enum Metric: String, CaseIterable, Sendable {
    case httpRequests = "emapa_http_requests_total"
    case httpSeconds = "emapa_http_request_seconds"
    case httpRefused = "emapa_http_refused_total"
    case httpBytes = "emapa_http_response_bytes_total"
    case databaseQueries = "emapa_database_jobs_total"
    case databaseSeconds = "emapa_database_job_seconds"
    case databaseTrouble = "emapa_database_trouble_total"
    case accessRefused = "emapa_access_refused_total"
    case reportsRecorded = "emapa_reports_recorded_total"
    case mapReports = "emapa_map_reports"
    case eventClients = "emapa_event_clients"
    case feedFailures = "emapa_feed_failures_total"
    case cityVersion = "emapa_city_version"
    case cityRefusals = "emapa_city_refusals_total"
    case logLinesDropped = "emapa_log_lines_dropped_total"

    enum Kind: String {
        case counter, gauge, histogram
    }

    var kind: Kind {
        switch self {
        case .httpSeconds, .databaseSeconds: .histogram
        case .mapReports, .eventClients, .cityVersion: .gauge
        default: .counter
        }
    }

    var labels: [String] {
        switch self {
        case .httpRequests: ["method", "route", "status"]
        case .httpSeconds: ["route"]
        case .httpRefused, .databaseTrouble, .accessRefused: ["reason"]
        case .databaseQueries, .databaseSeconds: ["pool"]
        case .httpBytes, .reportsRecorded, .mapReports, .eventClients, .feedFailures, .cityVersion,
            .cityRefusals, .logLinesDropped:
            []
        }
    }

    var help: String {
        switch self {
        case .httpRequests: "Requests answered."
        case .httpSeconds: "Time from a request's head to the end of its answer."
        case .httpRefused: "Connections and requests refused before they reached a handler."
        case .httpBytes: "Bytes of answers' bodies."
        case .databaseQueries: "Jobs that a pool's workers ran."
        case .databaseSeconds: "Time a job ran on its worker."
        case .databaseTrouble: "Connections lost, jobs refused, retried or failed."
        case .accessRefused: "Requests refused for their credential, or for being too many."
        case .reportsRecorded: "Reports written to the ledger by this instance."
        case .mapReports: "Reports on the live map."
        case .eventClients: "Clients that follow /events."
        case .feedFailures: "Polls of the event feed that failed."
        case .cityVersion: "Version of the city's data that this instance has read."
        case .cityRefusals: "Versions of the city's data that could not be read."
        case .logLinesDropped: "Log lines dropped because nobody read them fast enough."
        }
    }
}
