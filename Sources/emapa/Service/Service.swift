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

    private let configuration: Configuration
    private let observer: Observer
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
        let events = TileEvents(on: city.value.today)
        let cache = TileCache(bytes: configuration.tileCacheBytes)
        let map = LiveMap(on: MapDay(of: .now, in: city.value.timeZone)) { change, snapshot in
            cache.take(change, of: snapshot)
            events.note(change)
        }
        let keeper = configuration.mapFile.map {
            MapKeeper(
                MapFile(path: $0),
                observer: observer,
                save: { map.savedBytes() },
                load: { try map.restore($0) }
            )
        }
        let follower = MapFollower(
            MapFeed(database),
            map: map,
            city: city,
            observer: observer,
            keeper: keeper
        )
        let position = try await follower.load()
        let areas = DailyView(of: city) { city, day in
            AreaMap(
                districts: city.territory.areas.districts,
                layers: city.territory.areas.layers,
                on: day
            )
        }
        let geocoder = geocoder(of: city.value)
        defer { geocoder?.close() }
        let addresses = AddressSearch(
            try await AddressData.open(database, folder: configuration.city, city: city.value),
            geocoder: geocoder
        ) { place in
            // Who cannot be placed is shown to nobody.
            (try? city.value.site(of: place, at: .now)) != nil
        }
        let ring = KeyRing(KeyStore(database))
        try await ring.refresh()
        let access = access(with: ring)
        let notifier = Notifier(database.configuration, channel: MapFollower.channel) { [observer] in
            observer.note(.database($0))
        }
        let ledger = ledger(database, of: city.value, map: map, notifier: notifier)
        let store = try PhotoData.open(configuration.photos)
        let photos = PhotoIntake(darkroom: Darkroom(), register: PhotoRegister(database), store: store)
        let tiles = ReportTilesDoor(map, cache: cache, city: city)
        var router = try router(
            database,
            city: city,
            map: map,
            tiles: tiles,
            events: events,
            follower: follower
        )
        try await reports(
            database,
            ledger,
            photos: photos,
            city: city,
            access: access,
            addresses: addresses
        ).open(on: &router)
        PhotoUploadDoor(photos, access: access).open(on: &router)
        PhotosDoor(register: PhotoRegister(database), store: store) { city.value.catalogue.wordless }
            .open(on: &router)
        AreaTilesDoor(city, map: areas).open(on: &router)
        StaffTilesDoor(map, city: city, access: access).open(on: &router)
        AddressesDoor(addresses, city: city.value.profile.name.pl).open(on: &router)
        let server = Server(serverConfiguration, router: router) { [observer] in observer.note(.server($0)) }
        events.forget()
        let port = try server.start()
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { await follower.follow(from: position, besides: notifier) }
            group.addTask { await EventTeller(events, city: city).follow() }
            group.addTask { await KeyFollower(ring).follow() }
            group.addTask { await MapTidier(map, city: city).follow() }
            if let keeper { group.addTask { await keeper.follow() } }
            group.addTask { [observer] in
                let sweeper = PhotoSweeper(database, store: store)
                await Housekeeping(ledger, sweeper: sweeper, observer: observer).follow()
            }
            group.addTask { [observer] in
                await CityFollower(database, city: city, views: [areas], observer: observer).follow()
            }
            announce(port: port)
            let signal = await stop.wait()
            observer.note(.stopping(signal: signal))
            await server.stop(within: Service.patience)
            await notifier.stop()
            group.cancelAll()
        }
        await keeper?.keep()
    }

    private func geocoder(of city: City) -> Geocoder? {
        guard let service = configuration.geocoder, let bounds = city.territory.areas.bounds else {
            return nil
        }
        return Geocoder(service, within: bounds)
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
    private func router(
        _ database: Database,
        city: CurrentCity,
        map: LiveMap,
        tiles: ReportTilesDoor,
        events: TileEvents,
        follower: MapFollower
    ) throws -> Router {
        var router = Router(secure: configuration.publicAddress?.isSecure == true) { [observer] in
            observer.note(.server($0))
        }
        try PortalDoor(pages: "\(configuration.home)/portal", library: configuration.vendor).open(on: &router)
        try ReferenceDoor(FileContents.read("\(configuration.home)/api/openapi.json")).open(on: &router)
        CityDoor(city).open(on: &router)
        PlaceDoor(city).open(on: &router)
        tiles.open(on: &router)
        ReportTileJSONDoor(city).open(on: &router)
        EventsDoor(events).open(on: &router)
        operations(database, map: map, events: events, follower: follower).open(on: &router)
        return router
    }

    private func ledger(_ database: Database, of city: City, map: LiveMap, notifier: Notifier) -> Ledger {
        Ledger(database, of: city.profile) { [observer] marks in
            map.apply(marks)
            notifier.signal()
            observer.note(.reportRecorded)
        }
    }

    private func reports(
        _ database: Database,
        _ ledger: Ledger,
        photos: PhotoIntake,
        city: CurrentCity,
        access: Access,
        addresses: AddressSearch
    ) async throws -> ReportsDoor {
        ReportsDoor(
            intake: Intake(
                city: city,
                ledger: ledger,
                addresses: AddressPlacing(addresses, city: city.value.profile.name.pl)
            ),
            photos: photos,
            ledger: ledger,
            city: city,
            access: access,
            secrets: try await ReportSecrets.open(database),
            senders: try await SenderDigests.open(database)
        )
    }

    private func access(with ring: KeyRing) -> Access {
        Access(
            ring: ring,
            limits: RateLimits(configuration.rates, proxies: configuration.proxies)
        ) { [observer] in observer.note(.accessRefused($0)) }
    }

    private func operations(
        _ database: Database,
        map: LiveMap,
        events: TileEvents,
        follower: MapFollower
    ) -> OperationsDoor {
        OperationsDoor(
            checks: [
                .init("database") { await Schema.trouble(reaching: database) },
                .init("migrations") { [home = configuration.home] in
                    await Schema.trouble(in: database, home: home)
                },
                .init("index") { follower.lags ? "does not follow the database" : nil },
            ],
            metrics: { [observer] in
                observer.metrics.set(.mapReports, to: Double(map.snapshot.count))
                observer.metrics.set(.eventClients, to: Double(events.clientCount))
                return observer.metrics.page()
            }
        )
    }

    private var serverConfiguration: ServerConfiguration {
        var server = ServerConfiguration(address: configuration.listenAddress, port: configuration.listenPort)
        server.proxies = configuration.proxies
        server.publicAddress = configuration.publicAddress
        return server
    }
}
