import CProcess
import Formats
import Geography
import Glibc
import LiveMap
import Reports

/// The parts of `make bench JOB=tiles` that need no HTTP: what the index itself takes, at as many reports as are asked.
@main
struct Walking {
    private static let usage = """
        usage: Walking COUNT [SECONDS [PREFIX]]

        Tiles a second on one core, features a second, loading, memory; of the tiles those alone whose names begin
        with the prefix. Prints a name, a tab and a number a line.
        """

    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        let numbers = arguments.prefix(2).map { Int($0) ?? 0 }
        guard let count = numbers.first, count > 0, count <= 50_000_000, numbers.last != 0 else {
            print(usage)
            exit(2)
        }
        let seconds = Double(numbers.count > 1 ? numbers[1] : 1)
        await Walking(seconds: seconds, prefix: arguments.dropFirst(2).first ?? "").run(count)
    }

    private let seconds: Double
    private let prefix: String

    private func run(_ count: Int) async {
        let today = CivilDate(daysSince1970: Points.end / 86_400)
        let day = MapDay(
            date: today,
            closedSince: CivilDate(daysSince1970: today.daysSince1970 - 30).start,
            end: CivilDate(daysSince1970: today.daysSince1970 + 1).start
        )
        let map = LiveMap(on: day)
        let before = residentBytes()
        var generating = Duration.zero
        let start = ContinuousClock.now
        await map.refill { take in
            var points = Points(seed: 88_172_645_463_325_252)
            for first in stride(from: 0, to: count, by: 4_096) {
                let began = ContinuousClock.now
                let marks = (first..<min(first + 4_096, count)).compactMap { points.mark(serial: $0) }
                generating += .now - began
                take(marks)
            }
        }
        print("index_seconds\t\((ContinuousClock.now - start - generating) / .seconds(1))")
        print("bytes_a_report\t\(Double(map.snapshot.byteCount) / Double(count))")
        // As the service does when it has tidied up.
        process_give_memory_back()
        print("resident_bytes_a_report\t\(Double(residentBytes() - before) / Double(count))")
        for zoom in [10, 11, 12, 14, 16] {
            measure("clusters_z\(zoom)", map, MapView(.everything, on: day), zoom: zoom)
        }
        for zoom in [10, 11, 12] {
            measure("usual_z\(zoom)", map, MapView(.usual, on: day), zoom: zoom)
        }
        let single = MapView(.everything, on: day, clustering: .off)
        for zoom in [14, 16] { measure("single_z\(zoom)", map, single, zoom: zoom) }
        var filtered = MapFilter.everything
        filtered.categories = ["category.3", "category.7"]
        filtered.states = .some([.received, .resolved])
        filtered.from = Timestamp(seconds: Points.end - 5 * 365 * 86_400)
        for zoom in [10, 12] {
            measure("filtered_z\(zoom)", map, MapView(filtered, on: day), zoom: zoom)
        }
    }

    /// Makes random tiles for so long.
    private func measure(_ name: String, _ map: LiveMap, _ view: MapView, zoom: Int) {
        guard name.hasPrefix(prefix) else { return }
        var points = Points(seed: 7)
        let snapshot = map.snapshot
        var tiles = 0
        var bytes = 0
        var features = 0
        var walking = Duration.zero
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(seconds) {
            guard let tile = points.tile(zoom: zoom) else { continue }
            let began = ContinuousClock.now
            let content = snapshot.content(of: tile, view: view, extent: .buffered)
            walking += .now - began
            bytes += content.vectorTile().count
            features += content.featureCount
            tiles += 1
        }
        let took = (ContinuousClock.now - start) / .seconds(1)
        let encoding = took - walking / .seconds(1)
        print("\(name)_tiles_a_second\t\(Int(Double(tiles) / took))")
        print("\(name)_features\t\(features / max(1, tiles))")
        print("\(name)_bytes\t\(bytes / max(1, tiles))")
        print("\(name)_walk_microseconds\t\(walking / .microseconds(1) / Double(max(1, tiles)))")
        print("\(name)_encoded_features_a_second\t\(Int(Double(features) / max(encoding, 1e-9)))")
    }

    /// What the process holds in memory now: the second number of statm, in pages (proc(5)).
    private func residentBytes() -> Int {
        guard let file = unsafe fopen("/proc/self/statm", "r") else { return 0 }
        defer { unsafe fclose(file) }
        var line = [UInt8](repeating: 0, count: 256)
        let count = unsafe fread(&line, 1, line.count, file)
        let numbers = String(decoding: line.prefix(count), as: UTF8.self).split(separator: " ")
        return (numbers.count > 1 ? Int(numbers[1]) ?? 0 : 0) * sysconf(Int32(_SC_PAGESIZE))
    }
}
