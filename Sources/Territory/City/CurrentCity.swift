import Synchronization

/// The city as this instance knows it now; it is replaced as a whole when the city's data change.
package final class CurrentCity: Sendable {
    private let state: Mutex<City>

    /// Begins with a city.
    package init(_ city: City) {
        state = Mutex(city)
    }

    /// The city of this moment: ask once for each request, so that one answer is made of one version.
    package var value: City { state.withLock { $0 } }

    /// Takes a newer version; an older one is dropped.
    package func replace(with city: City) {
        state.withLock { if city.version > $0.version { $0 = city } }
    }
}
