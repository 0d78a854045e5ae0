import Addresses
import Doors
import Formats
import HTTP
import Intake
import Ledger
import LiveMap
import Photos
import PostgreSQL
import Reports
import Territory

/// One running instance: the database, the city, the live map that follows it, and the doors in front.
struct Service {
    /// How long running requests may take to finish when the service stops.
    private static let patience = Duration.seconds(20)

    let configuration: Configuration
    let observer: Observer
    private let store: OpenStore

    init(_ configuration: Configuration, store: OpenStore, observer: Observer) {
        self.configuration = configuration
        self.store = store
        self.observer = observer
    }

    /// Serves until the process is asked to stop, then stops in order: no new requests, running ones finish, the
    /// feed is left, the connections are closed.
    func run(until stop: StopRequest) async throws {
        try await Schema.migrate(store.connection, home: configuration.home, observer: observer)
        let database = Database(.serving(store.connection, configuration)) { [observer] in
            observer.note(.database($0))
        }
        do {
            try await serve(database, until: stop)
        } catch {
            await database.shutdown()
            throw error
        }
        await database.shutdown()
        observer.note(.stopped)
    }

    private func serve(_ database: Database, until stop: StopRequest) async throws {
        let start = ContinuousClock.now
        let city = CurrentCity(try await CityData.open(database, folder: configuration.city).city)
        observer.note(.cityLoaded(version: city.value.version, took: .now - start))
        let served = ServedMap(database, of: city, configuration, observer: observer)
        let position = try await served.follower.load()
        let geocoder = geocoder(of: city.value)
        defer { geocoder?.close() }
        let ring = KeyRing(KeyStore(database))
        try await ring.refresh()
        let notifier = Notifier(database.configuration, channel: MapFollower.channel) { [observer] in
            observer.note(.database($0))
        }
        let photoStore = try PhotoData.open(configuration.photos)
        let (darkroom, register) = (Darkroom(), PhotoRegister(database))
        let ledger = ledger(database, of: city.value, served: served, notifier: notifier)
        let rooms = Rooms(
            database: database,
            city: city,
            served: served,
            areas: areas(of: city),
            addresses: try await addresses(database, of: city, geocoder: geocoder),
            access: access(with: ring),
            ledger: ledger,
            photos: PhotoIntake(darkroom: darkroom, register: register, store: photoStore),
            covering: PhotoCovering(
                darkroom: darkroom,
                register: register,
                store: photoStore,
                ledger: ledger
            ),
            photoStore: photoStore
        )
        let router = try await router(to: rooms)
        let server = Server(serverConfiguration, router: router) { [observer] in observer.note(.server($0)) }
        served.events.forget()
        let port = try server.start()
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await served.follower.follow(from: position, besides: notifier) }
            group.addTask { await KeyFollower(ring).follow() }
            keepUp(rooms, in: &group)
            announce(port: port)
            let signal = await stop.wait()
            observer.note(.stopping(signal: signal))
            await server.stop(within: Service.patience)
            await notifier.stop()
            group.cancelAll()
        }
        await served.keeper?.keep()
    }

    /// What goes on beside the requests as long as the service runs.
    private func keepUp(_ rooms: Rooms, in group: inout ThrowingDiscardingTaskGroup<any Error>) {
        let (city, served) = (rooms.city, rooms.served)
        group.addTask { await EventTeller(served.events, city: city).follow() }
        group.addTask { await CaseTeller(served.cases).follow() }
        group.addTask { [limits = configuration.sessions] in
            await StreamTidier(served.cases, StaffSessions(rooms.database, limits: limits)).follow()
        }
        group.addTask { await MapTidier(served.map, city: city).follow() }
        if let keeper = served.keeper { group.addTask { await keeper.follow() } }
        group.addTask { [observer] in
            let sweeper = PhotoSweeper(rooms.database, store: rooms.photoStore)
            await Housekeeping(
                rooms.ledger,
                sweeper: sweeper,
                sessions: StaffSessions(rooms.database),
                observer: observer
            )
            .follow()
        }
        group.addTask { [observer] in
            await CityFollower(rooms.database, city: city, views: [rooms.areas], observer: observer).follow()
        }
    }

    private func announce(port: UInt16) {
        let host =
            configuration.listenAddress.contains(":")
            ? "[\(configuration.listenAddress)]" : configuration.listenAddress
        observer.note(.serving(address: "http://\(host):\(port)"))
        StandardOutput.write("Emapa: http://\(host):\(port)\n")
    }
}

extension Service {
    private func areas(of city: CurrentCity) -> DailyView<AreaMap> {
        DailyView(of: city) { city, day in
            AreaMap(
                districts: city.territory.areas.districts,
                layers: city.territory.areas.layers,
                on: day
            )
        }
    }

    private func geocoder(of city: City) -> Geocoder? {
        guard let service = configuration.geocoder, let bounds = city.territory.areas.bounds else {
            return nil
        }
        return Geocoder(service, within: bounds)
    }

    private func addresses(
        _ database: Database,
        of city: CurrentCity,
        geocoder: Geocoder?
    ) async throws -> AddressSearch {
        AddressSearch(
            try await AddressData.open(database, folder: configuration.city, city: city.value),
            geocoder: geocoder
        ) { place in
            // Who cannot be placed is shown to nobody.
            (try? city.value.site(of: place, at: .now)) != nil
        }
    }

    private func access(with ring: KeyRing) -> Access {
        Access(
            ring: ring,
            limits: RateLimits(configuration.rates, proxies: configuration.proxies)
        ) { [observer] in observer.note(.accessRefused($0)) }
    }

    private func ledger(_ database: Database, of city: City, served: ServedMap, notifier: Notifier) -> Ledger
    {
        Ledger(database, of: city.profile) { [observer] marks in
            served.map.apply(marks)
            served.cases.note(marks)
            notifier.signal()
            observer.note(.reportRecorded)
        }
    }

    private var serverConfiguration: ServerConfiguration {
        var server = ServerConfiguration(address: configuration.listenAddress, port: configuration.listenPort)
        server.proxies = configuration.proxies
        server.publicAddress = configuration.publicAddress
        return server
    }
}
