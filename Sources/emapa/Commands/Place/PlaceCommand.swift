import Formats
import Geography
import PostgreSQL
import Reports
import Territory

/// `emapa place`: says where a point lies and who is in charge there, or does so for many points.
struct PlaceCommand: Command {
    static let description = CommandDescription(
        name: "place",
        summary: "say where a point lies and who is in charge there",
        details: """
            With LON and LAT it prints the district, the zones and, for a category, the unit in charge with all reasons
            as JSON. With --batch it reads lines 'lon,lat[,category]' and prints 'lon,lat,district,unit' for each, the
            district as its code, empty outside the city; a first line of names is answered with names.

            The city is the one that the database holds. Where --city is given, or where there is no database yet, it
            is read from files.
            """,
        operands: ["LON", "LAT"],
        options: [
            .init(name: "category", placeholder: "CODE", explanation: "what it is about, as in road.pothole"),
            .init(name: "at", placeholder: "WHEN", explanation: "a day or a moment as in 2025-01-01 [now]"),
        ],
        switches: [.init(name: "batch", explanation: "read points from the standard input")],
        settings: CommandDescription.databaseSettings + [.logFormat]
    )

    /// What is asked for.
    private enum Task {
        case point(Coordinate)
        case batch
    }

    private let configuration: Configuration
    private let task: Task
    private let category: String?
    private let moment: Timestamp
    private let readsFiles: Bool

    init(_ arguments: Arguments) throws {
        category = arguments.options["category"]
        moment = try arguments.options["at"].map(PlaceCommand.moment) ?? .now
        if arguments.switches.contains("batch") {
            guard arguments.operands.isEmpty, category == nil else {
                throw ArgumentError("--batch reads points and categories from the standard input")
            }
            task = .batch
        } else {
            task = .point(try PlaceCommand.coordinate(arguments.operands))
        }
        configuration = try Self.configuration(arguments)
        readsFiles = arguments.settings[.city] != nil
    }

    func run(until stop: StopRequest) async throws -> ExitCode {
        let city = try await city()
        switch task {
        case .batch: return try PlaceBatch(city: city, moment: moment).run()
        case .point(let coordinate): return try answer(coordinate, in: city)
        }
    }

    private func answer(_ coordinate: Coordinate, in city: City) throws -> ExitCode {
        let known = category.map { city.catalogue[$0] }
        if case .some(nil) = known {
            throw ArgumentError("there is no category '\(category ?? "")'; \(nearest(in: city))")
        }
        if city.looksSwapped(coordinate, at: moment) {
            throw ArgumentError("these look swapped: LON is the longitude, LAT the latitude")
        }
        let question = PlaceQuestion(coordinate: coordinate, category: known ?? nil, moment: moment)
        StandardOutput.write(String(decoding: try city.answer(to: question), as: UTF8.self) + "\n")
        return .success
    }

    private func nearest(in city: City) -> String {
        let codes = city.catalogue.categories.map(\.code)
        return NearestName.of(category ?? "", among: codes).map { "did you mean '\($0)'?" }
            ?? "there are: \(codes.joined(separator: ", "))"
    }

    /// The city in the database, or in files where that was asked for or nothing else is there.
    private func city() async throws -> City {
        if case .privateCluster(let folder) = configuration.store, !readsFiles {
            let plan = try ClusterPlan(for: ClusterConfiguration(dataFolder: folder))
            if plan.isCreated { return try await storedCity() }
        } else if !readsFiles {
            return try await storedCity()
        }
        return try CityData(try CityFolder.documents(in: configuration.city)).city
    }

    private func storedCity() async throws -> City {
        try await OpenStore.visit(configuration, tables: .migrated) { [configuration] database in
            try await CityData.open(database, folder: configuration.city).city
        }
    }

    private static func coordinate(_ operands: [String]) throws(ArgumentError) -> Coordinate {
        guard operands.count == 2 else { throw ArgumentError("place needs LON and LAT, or --batch") }
        guard let longitude = Double(decimal: operands[0]), (-180...180).contains(longitude) else {
            throw ArgumentError("LON '\(operands[0])' is no number from -180 to 180")
        }
        guard let latitude = Double(decimal: operands[1]), (-90...90).contains(latitude),
            let coordinate = Coordinate(longitude: longitude, latitude: latitude)
        else { throw ArgumentError("LAT '\(operands[1])' is no number from -90 to 90") }
        return coordinate
    }

    private static func moment(_ text: String) throws(ArgumentError) -> Timestamp {
        if let moment = Timestamp(parsing: text) { return moment }
        guard let day = CivilDate(parsing: text) else {
            throw ArgumentError("--at needs a day as in 2025-01-01, or a moment as in 2025-01-01T12:00:00Z")
        }
        return day.start.advanced(bySeconds: 12 * 3_600)
    }
}
