import Geography

/// A burst of reports after a storm: 50 to 100 times the usual number, near each other, many about the same tree.
struct SeedStorm {
    /// Each hour's reports in hundredths of the first hour's.
    private static let course = [100, 62, 30, 12]
    private static let perYear = 3

    let number: Int
    let firstHour: Int
    /// How many times the mean of all hours the first hour brings.
    let strength: Int
    let centre: Coordinate
    /// Deviation of its damages from the centre, in metres.
    let reach: Int

    /// Three storms a year: two on summer afternoons, one gale at any time.
    static func all(
        rhythm: SeedRhythm,
        districts: [SeedDistrict],
        seed: UInt64
    ) -> [SeedStorm] {
        let span = SeedRhythm.hours / (3 * perYear)
        return (0..<3 * perYear).map { number in
            var random = SeedRandom(seed, stream: 3, number)
            let district = districts[random.below(districts.count)]
            var hour = 0
            for _ in 0..<400 {
                let year = number / perYear * perYear
                hour = year * span + random.below(perYear * span - course.count)
                let time = rhythm.time(ofHour: hour)
                let month = SeedCalendar.month(ofDay: SeedCalendar.dayNumber(at: time))
                let afternoon = 13...18 ~= SeedCalendar.hourOfDay(at: time)
                if number % perYear == 2 || (afternoon && 4...7 ~= month) { break }
            }
            return SeedStorm(
                number: number,
                firstHour: hour,
                strength: 55 + random.below(44),
                centre: district.place(&random).coordinate,
                reach: 900 + random.below(1_600)
            )
        }
    }

    /// Its reports in an hour, if there are `total` in the three years.
    func count(inHour hour: Int, of total: Int) -> Int {
        guard SeedStorm.course.indices.contains(hour - firstHour) else { return 0 }
        return total * strength * SeedStorm.course[hour - firstHour] / (100 * SeedRhythm.hours)
    }

    /// All its reports.
    func count(of total: Int) -> Int {
        SeedStorm.course.indices.reduce(0) { $0 + count(inHour: firstHour + $1, of: total) }
    }
}
