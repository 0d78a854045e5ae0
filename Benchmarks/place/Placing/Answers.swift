import Formats
import Geography
import Territory

/// What we say of each point, asked in three ways that have to agree.
struct Answers {
    /// Points whose combination of areas the grid gives otherwise than GEOS alone.
    private(set) var differing = 0
    /// Points whose full site names other areas than the combination does.
    private(set) var differingSites = 0
    /// Points that the grid answered.
    let answeredByGrid: Int
    /// Of each point the district's place among the districts, counted from 1; 0 outside of the city, and negative
    /// where only the tolerance for gaps and for the strip outside gives it one.
    private(set) var districts: [Int32] = []
    /// Of each point the zones by their places among the zones, as bits.
    private(set) var zones: [UInt64] = []

    init(at points: [Coordinate], in territory: Territory, on day: CivilDate) throws {
        let layout = try territory.layout(on: day)
        guard layout.areas.zones.count < UInt64.bitWidth else { throw Failure("more than 63 zones") }
        let places = Dictionary(uniqueKeysWithValues: zip(layout.areas.zones.map(\.identifier), 0...))
        let ranks = Dictionary(uniqueKeysWithValues: zip(layout.areas.districts.map(\.code), Int32(1)...))
        answeredByGrid = points.count - layout.surveyed(of: points)
        var known: [Int32: Answer] = [0: Answer(district: 0, zones: 0)]
        for point in points {
            let number = try layout.number(at: point)
            if try layout.surveyedNumber(at: point) != number { differing += 1 }
            let site = try territory.site(of: point, on: day)
            let answer = Answer(site, ranks, places)
            if known[number, default: answer] != answer { differingSites += 1 }
            known[number] = known[number] ?? answer
            districts.append(site?.district.way.isInside ?? true ? answer.district : -answer.district)
            zones.append(answer.zones)
        }
    }

    /// All districts, then the zones of all.
    func write(to path: String) throws {
        var bytes: [UInt8] = []
        for district in districts { bytes.append(number: district) }
        for set in zones { bytes.append(number: set) }
        try File.write(bytes, to: path)
    }
}

private struct Answer: Equatable {
    let district: Int32
    let zones: UInt64
}

extension Answer {
    fileprivate init(_ site: Site?, _ ranks: [String: Int32], _ places: [String: Int]) {
        district = site.flatMap { ranks[$0.district.district.code] } ?? 0
        zones = (site?.zones ?? []).reduce(0) { zones, finding in
            guard finding.contains, let place = places[finding.zone.identifier] else { return zones }
            return zones | 1 << UInt64(place)
        }
    }
}

extension DistrictFinding.Way {
    fileprivate var isInside: Bool {
        switch self {
        case .inside, .onBorder: true
        case .inGap, .justOutside: false
        }
    }
}
