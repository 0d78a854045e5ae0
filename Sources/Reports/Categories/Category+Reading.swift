import Formats

extension Category {
    /// As long as anything of a city may take, in days.
    private static let days = 0...3_660
    /// As far as two reports of one matter may lie apart, in metres.
    private static let metres = 0.0...5_000.0

    init(_ entry: CityDocument, code: String, under headings: CategoryHeadings) throws(CityDataError) {
        self.code = code
        group = try entry.word("group") { headings.groups.contains($0) ? $0 : nil }
        publicClass =
            entry.has("class") ? try entry.word("class") { headings.classes.contains($0) ? $0 : nil } : nil
        let kind = try entry.word("kind", ReportKind.init(rawValue:))
        self.kind = kind
        kinds = [kind] + (try Category.others(of: entry)).filter { $0 != kind }
        name = try entry.localized("name")
        icon = try entry.textIfAny("icon")
        unit = try entry.text("unit")
        deadlines = try Category.deadlines(of: entry)
        visibility =
            entry.has("visibility")
            ? try entry.word("visibility", CategoryVisibility.init(rawValue:)) : .public
        duplicates = try Category.duplicates(of: entry)
        emergency = try Category.emergency(of: entry)
        questions = try Category.questions(of: entry)
    }

    private static func others(of entry: CityDocument) throws(CityDataError) -> [ReportKind] {
        var kinds: [ReportKind] = []
        for word in try entry.texts("also") {
            guard let kind = ReportKind(rawValue: word) else {
                throw entry.error("also", "'\(word)' is not one of the known words")
            }
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return kinds
    }

    private static func deadlines(of entry: CityDocument) throws(CityDataError) -> CategoryDeadlines? {
        guard entry.has("first_action_days") || entry.has("closure_days") else { return nil }
        return CategoryDeadlines(
            firstAction: try days("first_action_days", of: entry),
            closure: try days("closure_days", of: entry)
        )
    }

    private static func duplicates(of entry: CityDocument) throws(CityDataError) -> DuplicateReach? {
        guard let reach = try entry.partIfAny("duplicates") else { return nil }
        return DuplicateReach(
            metres: try reach.number("radius_m", in: metres),
            days: try days("window_days", of: reach)
        )
    }

    private static func emergency(of entry: CityDocument) throws(CityDataError) -> EmergencyAdvice? {
        guard let emergency = try entry.partIfAny("emergency") else { return nil }
        let numbers = try emergency.texts("numbers")
        guard !numbers.isEmpty else { throw emergency.error("numbers", "must name a number to call") }
        return EmergencyAdvice(numbers: numbers, advice: try emergency.localized("advice"))
    }

    private static func questions(of entry: CityDocument) throws(CityDataError) -> [Question] {
        var questions: [Question] = []
        for part in try entry.listIfAny("questions") {
            let question = try Question(part)
            guard !questions.contains(where: { $0.code == question.code }) else {
                throw part.error("code", "'\(question.code)' stands there twice")
            }
            questions.append(question)
        }
        return questions
    }

    private static func days(_ key: String, of entry: CityDocument) throws(CityDataError) -> Int {
        let days = try entry.integer(key)
        guard Category.days.contains(days) else { throw entry.error(key, "must be a number of days") }
        return days
    }
}

extension Question {
    fileprivate init(_ part: CityDocument) throws(CityDataError) {
        code = try part.text("code")
        form = try part.word("type", Form.init(rawValue:))
        isRequired = try part.flag("required")
        wording = try part.localized("question")
        hint = try part.localizedIfAny("hint")
        var choices: [Choice] = []
        for value in try part.listIfAny("values") {
            let choice = Choice(code: try value.text("code"), name: try value.localized("name"))
            guard !choices.contains(where: { $0.code == choice.code }) else {
                throw value.error("code", "'\(choice.code)' stands there twice")
            }
            choices.append(choice)
        }
        guard form.isChoice != choices.isEmpty else {
            throw part.error(
                "values",
                form.isChoice ? "must be a list of answers to choose" : "are for lists only"
            )
        }
        self.choices = choices
    }
}
