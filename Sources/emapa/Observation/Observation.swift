import Doors
import HTTP
import PostgreSQL

/// Everything worth knowing that happens in an instance.
///
/// Whoever sees it says it; the observer decides what is
/// logged and what is counted.
enum Observation: Sendable {
    case configurationWarning(String)
    case cluster(ClusterEvent)
    case database(DatabaseEvent)
    case server(ServerEvent)
    case serving(address: String)
    case stopping(signal: Int32)
    case stopped
    case mapLoaded(reports: Int, took: Duration)
    case mapRestored(reports: Int, took: Duration)
    case mapKept(bytes: Int, took: Duration)
    case mapNotKept(any Error)
    case mapFileRefused(any Error)
    case reportRecorded
    case accessRefused(AccessRefusal)
    case feedLost(any Error)
    case feedBack
    case feedBegunAgain
    case cityLoaded(version: Int, took: Duration)
    case cityRefused(version: Int, any Error)
    case tidied(requests: Int, photos: Int)
    case untidied(any Error)
}
