import Reports

/// Made-up reports of the three years before a moment, the oldest first.
///
/// The same seed, number and moment give the same reports on every machine. Reports are made one by one while
/// iterating; nothing is kept but the last few hundred matters and one hour's times.
struct SeedPlan: Sequence {
    /// The most reports that a plan makes.
    static let mostReports = 100_000_000

    let city: SeedCity
    let reports: Int
    let seed: UInt64
    let until: Int64
    let rhythm: SeedRhythm
    let districts: [SeedDistrict]
    let storms: [SeedStorm]
    let districtChoice: SeedChoice
    let stormChoice: SeedChoice
    /// Categories of ideas by month, their other weights 0.
    let ideaChoices: [SeedChoice]
    /// Categories of all else by month.
    let reportChoices: [SeedChoice]

    /// Plans so many reports until a moment, in microseconds since 1970.
    ///
    /// - Precondition: `reports` is 0 to `mostReports`.
    init(reports: Int, seed: UInt64, until: Int64, city: SeedCity) throws(SeedDataError) {
        precondition(0...SeedPlan.mostReports ~= reports, "a plan makes 0 to 100 million reports")
        self.city = city
        self.reports = reports
        self.seed = seed
        self.until = until
        rhythm = SeedRhythm(until: until)
        var districts: [SeedDistrict] = []
        for (index, district) in city.districts.enumerated() {
            var random = SeedRandom(seed, stream: 2, index)
            guard
                let laidOut = SeedDistrict(
                    district.area,
                    index: index,
                    names: district.streets.count,
                    residents: district.residents,
                    random: &random
                )
            else { throw .missing(file: "districts.geojson", "inside of \(district.code)") }
            districts.append(laidOut)
        }
        self.districts = districts
        storms = SeedStorm.all(rhythm: rhythm, districts: districts, seed: seed)
        districtChoice = SeedChoice(city.districts.map(\.residents))
        var stormWeights = [Int](repeating: 0, count: city.categories.count)
        for (category, weight) in city.storm { stormWeights[category] = weight }
        stormChoice = SeedChoice(stormWeights)
        func choices(_ isWanted: (ReportKind) -> Bool) -> [SeedChoice] {
            (0..<12).map { month in
                SeedChoice(city.categories.map { isWanted($0.kind) ? $0.weights[month] : 0 })
            }
        }
        ideaChoices = choices { $0 == .idea }
        reportChoices = choices { $0 != .idea }
    }

    /// Starts from the oldest report.
    func makeIterator() -> SeedIterator { SeedIterator(self) }
}
