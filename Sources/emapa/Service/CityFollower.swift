import Formats
import Ledger
import PostgreSQL
import Territory

/// Keeps the city current: asks every second for the version of its data and reads them anew when it has moved.
///
/// Data that cannot be read are told once, and the instance goes on with those it has.
final class CityFollower: Sendable {
    private static let pause = Duration.seconds(1)

    private let store: CityStore
    private let city: CurrentCity
    private let views: [any Refreshable]
    private let observer: Observer

    /// Follows `database`; `views` of the city are made anew here, so that no request has to wait for them.
    init(_ database: Database, city: CurrentCity, views: [any Refreshable], observer: Observer) {
        store = CityStore(database)
        self.city = city
        self.views = views
        self.observer = observer
    }

    /// Follows the database until the task is cancelled.
    func follow() async {
        var refused: Int?
        while !Task.isCancelled {
            for view in views { view.refresh(at: .now) }
            try? await Task.sleep(for: CityFollower.pause)
            // The database's absence is told by those who need it more urgently.
            guard let version = try? await store.version(), version > city.value.version, version != refused
            else { continue }
            do {
                let start = ContinuousClock.now
                city.replace(with: try CityData(try await store.documents()).city)
                observer.note(.cityLoaded(version: city.value.version, took: .now - start))
            } catch is DatabaseError {
                continue
            } catch {
                refused = version
                observer.note(.cityRefused(version: version, error))
            }
        }
    }
}
