import Formats
import Geography
import Glibc
import Territory

/// The parts of `make bench JOB=place` that need our own code; prints a name, a tab and a number a line.
@main
struct Placing {
    private static let usage = """
        usage: Placing draw CITY FOLDER            the areas, a million points anywhere, 200 thousand near borders
               Placing load CITY TIMES             how long loading takes, and how large the grid is
               Placing place CITY POINTS TIMES     placements a second: the grid, and GEOS where it has to be asked
               Placing site CITY POINTS TIMES      full sites a second, with candidates and distances
               Placing check CITY POINTS ANSWERS   how many answers differ from GEOS alone; writes the answers
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            let text = Array("Placing: \(error)\n".utf8)
            _ = unsafe write(2, text, text.count)
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count >= 3 else { throw Failure(usage) }
        let day = Timestamp.now.date
        if arguments[0] == "load" { return try load(arguments[1], on: day, times: times(arguments[2])) }
        let city = try CityFolder(arguments[1])
        switch (arguments[0], arguments.count) {
        case ("draw", 3): try draw(city, on: day, into: arguments[2])
        case ("place", 4):
            let layout = try city.territory(on: day).layout(on: day)
            let points = try PointFile.read(arguments[2])
            try tellRate("placements_a_second", of: points, times: times(arguments[3])) {
                Int(try layout.number(at: $0))
            }
        case ("site", 4):
            let territory = try city.territory(on: day)
            let points = try PointFile.read(arguments[2])
            try tellRate("sites_a_second", of: points, times: times(arguments[3])) {
                try territory.site(of: $0, on: day)?.zones.count ?? 0
            }
        case ("check", 4):
            let points = try PointFile.read(arguments[2])
            let answers = try Answers(at: points, in: city.territory(on: day), on: day)
            try answers.write(to: arguments[3])
            print("points\t\(points.count)")
            print("differing\t\(answers.differing)")
            print("differing_sites\t\(answers.differingSites)")
            print("answered_by_grid\t\(answers.answeredByGrid)")
        default: throw Failure(usage)
        }
    }

    private static func times(_ text: String) throws -> Int {
        guard let times = Int(text), times > 0 else { throw Failure(usage) }
        return times
    }

    private static func draw(_ city: CityFolder, on day: CivilDate, into folder: String) throws {
        let areas = try CityAreas(city.documents).inForce(on: day)
        var drawing = Drawing(of: areas, seed: 3)
        try PointFile.write(drawing.anywhere(1_000_000), to: "\(folder)/anywhere")
        try PointFile.write(drawing.nearBorders(200_000), to: "\(folder)/borders")
        try AreaFile.write(areas, to: "\(folder)/areas.tsv")
    }

    private static func load(_ folder: String, on day: CivilDate, times: Int) throws {
        for _ in 0..<times {
            let start = ContinuousClock.now
            let territory = try CityFolder(folder).territory(on: day)
            print("loading_ms\t\((ContinuousClock.now - start) / .milliseconds(1))")
            print("grid_bytes\t\(try territory.layout(on: day).gridBytes)")
        }
    }
}
