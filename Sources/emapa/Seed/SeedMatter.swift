/// What a report is about: something somewhere.
struct SeedMatter {
    let place: SeedPlace
    /// Index of the category.
    let category: Int
    /// Whether somebody has reported it before.
    let repeats: Bool
    /// Whether a storm did it.
    let isStorm: Bool
}

extension SeedPlan {
    /// The damage of a storm that one of `count` reports is about: the first damages have most reports.
    func matter(of storm: SeedStorm, count: Int, _ random: inout SeedRandom) -> SeedMatter {
        let damage = random.lowBelow(1 + count / 5)
        var fixed = SeedRandom(seed, stream: 4, storm.number << 32 | damage)
        let category = stormChoice.pick(&fixed)
        let place = damagedPlace(storm, &fixed)
        return SeedMatter(
            place: districts[place.district].place(near: place, deviation: 9, &random),
            category: category,
            repeats: true,
            isStorm: true
        )
    }

    private func damagedPlace(_ storm: SeedStorm, _ random: inout SeedRandom) -> SeedPlace {
        for _ in 0..<24 {
            let thrown = storm.centre.moved(
                east: random.around(storm.reach),
                north: random.around(storm.reach)
            )
            guard let thrown, let district = districts.firstIndex(where: { $0.area.contains(thrown) }) else {
                continue
            }
            return SeedPlace(
                coordinate: thrown,
                district: district,
                street: random.lowBelow(city.districts[district].streets.count),
                number: 1 + random.below(90)
            )
        }
        return districts[districtChoice.pick(&random)].place(&random)
    }

    /// Something new that a resident of a district drawn by population reports.
    func newMatter(created: Int64, _ random: inout SeedRandom) -> SeedMatter {
        let month = SeedCalendar.month(ofDay: SeedCalendar.dayNumber(at: created))
        // Storms bring no ideas, so 85 of the rest make 80 of all.
        let choices = random.below(1_000) < 85 ? ideaChoices : reportChoices
        let category = choices[month].pick(&random)
        let place = districts[districtChoice.pick(&random)].place(&random)
        return SeedMatter(place: place, category: category, repeats: false, isStorm: false)
    }
}
