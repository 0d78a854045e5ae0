package import Formats

extension CategoryCatalogue {
    /// The catalogue as clients get it.
    package func json() -> [UInt8] {
        var json = JSONWriter(reserving: 64 << 10)
        json.beginObject()
        json.key("classes")
        json.headings(classes.map { ($0.code, $0.name) })
        json.key("groups")
        json.headings(groups.map { ($0.code, $0.name) })
        json.key("categories")
        json.beginArray()
        for category in categories { json.category(category) }
        json.endArray()
        json.endObject()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func headings(_ headings: [(code: String, name: LocalizedText)]) {
        beginArray()
        for heading in headings {
            beginObject()
            key("code")
            string(heading.code)
            key("name")
            localized(heading.name)
            endObject()
        }
        endArray()
    }

    fileprivate mutating func category(_ category: Category) {
        beginObject()
        key("code")
        string(category.code)
        key("group")
        string(category.group)
        key("class")
        stringIfAny(category.publicClass)
        key("kind")
        string(category.kind.rawValue)
        key("kinds")
        strings(category.kinds.map(\.rawValue))
        key("name")
        localized(category.name)
        key("icon")
        stringIfAny(category.icon)
        key("unit")
        string(category.unit)
        key("first_action_days")
        integerIfAny(category.deadlines?.firstAction)
        key("closure_days")
        integerIfAny(category.deadlines?.closure)
        key("visibility")
        string(category.visibility.rawValue)
        key("duplicates")
        duplicates(category.duplicates)
        key("emergency")
        emergency(category.emergency)
        key("questions")
        beginArray()
        for question in category.questions { self.question(question) }
        endArray()
        endObject()
    }

    private mutating func duplicates(_ reach: DuplicateReach?) {
        guard let reach else { return null() }
        beginObject()
        key("radius_m")
        number(reach.metres)
        key("window_days")
        integer(reach.days)
        endObject()
    }

    /// Writes what people in danger must do, or `null`.
    package mutating func emergency(_ emergency: EmergencyAdvice?) {
        guard let emergency else { return null() }
        beginObject()
        key("numbers")
        strings(emergency.numbers)
        key("advice")
        localized(emergency.advice)
        endObject()
    }

    private mutating func question(_ question: Question) {
        beginObject()
        key("code")
        string(question.code)
        key("type")
        string(question.form.rawValue)
        key("required")
        bool(question.isRequired)
        key("question")
        localized(question.wording)
        key("hint")
        localizedIfAny(question.hint)
        key("values")
        headings(question.choices.map { ($0.code, $0.name) })
        endObject()
    }
}
