import Reports

/// Makes a plan's reports one by one.
struct SeedIterator: IteratorProtocol {
    private static let rememberedMatters = 512

    private let plan: SeedPlan
    private var random: SeedRandom
    private var hour = -1
    /// Times within the hour in microseconds, times 256, plus 1 + the storm's number (0 for none); sorted.
    private var pending: [UInt64] = []
    private var position = 0
    private var made = 0
    /// Matters that may be reported again.
    private var recent: [SeedMatter] = []
    private var text: [UInt8] = []
    private let calmReports: Int

    init(_ plan: SeedPlan) {
        self.plan = plan
        random = SeedRandom(plan.seed, stream: 1)
        calmReports = plan.reports - plan.storms.reduce(0) { $0 + $1.count(of: plan.reports) }
    }

    mutating func next() -> SeedReport? {
        while position == pending.count {
            hour += 1
            guard hour < SeedRhythm.hours else { return nil }
            drawTimes()
        }
        let drawn = pending[position]
        position += 1
        return report(
            created: plan.rhythm.time(ofHour: hour) + Int64(drawn >> 8),
            storm: Int(drawn & 0xff) - 1
        )
    }

    private mutating func drawTimes() {
        pending.removeAll(keepingCapacity: true)
        position = 0
        draw(plan.rhythm.share(ofHour: hour, in: calmReports), tag: 0)
        for storm in plan.storms {
            draw(storm.count(inHour: hour, of: plan.reports), tag: UInt64(storm.number + 1))
        }
        pending.sort()
    }

    private mutating func draw(_ count: Int, tag: UInt64) {
        for _ in 0..<count { pending.append(UInt64(random.below(Int(SeedCalendar.hour))) << 8 | tag) }
    }

    private mutating func report(created: Int64, storm: Int) -> SeedReport {
        let matter = matter(created: created, storm: storm)
        let category = plan.city.categories[matter.category]
        let outcome =
            category.kind == .idea
            ? SeedOutcome.ofIdea(created: created, until: plan.until, &random)
            : SeedOutcome.ofIntervention(
                category,
                created: created,
                until: plan.until,
                repeats: matter.repeats,
                &random
            )
        defer { made += 1 }
        return SeedReport(
            index: made,
            kind: category.kind,
            category: category.code,
            status: outcome.status,
            description: describe(matter, category),
            coordinate: matter.place.coordinate,
            district: plan.city.districts[matter.place.district].code,
            created: created,
            updated: outcome.updated,
            closed: outcome.closed,
            supporters: supporters(of: category.kind, status: outcome.status)
        )
    }

    private mutating func matter(created: Int64, storm: Int) -> SeedMatter {
        if storm >= 0 {
            let storm = plan.storms[storm]
            return plan.matter(of: storm, count: storm.count(of: plan.reports), &random)
        }
        if random.chance(8), let known = random.pick(recent) {
            let district = plan.districts[known.place.district]
            return SeedMatter(
                place: district.place(near: known.place, deviation: 14, &random),
                category: known.category,
                repeats: true,
                isStorm: false
            )
        }
        let matter = plan.newMatter(created: created, &random)
        if recent.count < SeedIterator.rememberedMatters {
            recent.append(matter)
        } else {
            recent[random.below(recent.count)] = matter
        }
        return matter
    }

    private mutating func describe(_ matter: SeedMatter, _ category: SeedCategory) -> String {
        let texts = matter.isStorm && !category.stormTexts.isEmpty ? category.stormTexts : category.texts
        let template = texts[random.below(texts.count)]
        let street = plan.city.districts[matter.place.district].streets[matter.place.street]
        text.removeAll(keepingCapacity: true)
        write(template, street: street, number: matter.place.number)
        if !template.isComplete, random.chance(55),
            let ending = random.pick(plan.city.endings[category.kind] ?? [])
        {
            text.append(UInt8(ascii: " "))
            write(ending, street: street, number: matter.place.number)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func write(_ template: SeedTemplate, street: [UInt8], number: Int) {
        template.write(to: &text, street: street, number: number, parts: plan.city.parts, &random)
    }

    /// Few have any, very few have many; ideas have four times as many.
    private mutating func supporters(of kind: ReportKind, status: ReportStatus) -> Int {
        let thrown = random.below(1_000)
        let count =
            switch thrown {
            case ..<700: 0
            case ..<900: 1 + random.below(3)
            case ..<985: 3 + random.below(9)
            case ..<998: 10 + random.below(30)
            default: 40 + random.below(110)
            }
        return status == .duplicate ? 0 : kind == .idea ? 4 * count : count
    }
}
