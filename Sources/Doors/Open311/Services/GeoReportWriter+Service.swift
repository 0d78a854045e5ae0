import Formats
import Reports
import Territory

extension GeoReportWriter {
    /// Writes a category as a service.
    mutating func service(_ category: Category, in city: City, _ language: Language) {
        let group = city.catalogue.groups.first { $0.code == category.group }
        begin(record: "service")
        text("service_code", category.code)
        text("service_name", category.name[language])
        text("description", category.description(in: city)[language])
        bool("metadata", !category.questions.isEmpty)
        text("type", "realtime")
        text("keywords", category.keywords(in: city, language))
        text("group", group?.name[language] ?? category.group)
        end()
    }

    /// Writes a category's questions as attributes.
    mutating func definition(_ category: Category, _ language: Language) {
        begin(record: "service_definition")
        text("service_code", category.code)
        begin(list: "attributes")
        for (index, question) in category.questions.enumerated() {
            attribute(question, order: index + 1, language)
        }
        end()
        end()
    }

    private mutating func attribute(_ question: Question, order: Int, _ language: Language) {
        begin(record: "attribute")
        bool("variable", true)
        text("code", question.code)
        text("datatype", question.form.rawValue)
        bool("required", question.isRequired)
        text("datatype_description", question.hint?[language])
        integer("order", order)
        text("description", question.wording[language])
        begin(list: "values")
        for choice in question.choices {
            begin(record: "value")
            text("key", choice.code)
            text("name", choice.name[language])
            end()
        }
        end()
        end()
    }
}

extension Category {
    /// Who acts on it and how soon, and when to call instead.
    fileprivate func description(in city: City) -> LocalizedText {
        let unit = city.units[self.unit]?.name ?? LocalizedText(pl: self.unit, en: self.unit)
        var (pl, en) = ("Zwykle prowadzi: \(unit.pl).", "Usually handled by: \(unit.en).")
        if let deadlines {
            pl += " Załatwienie: do \(deadlines.closure) dni roboczych."
            en += " To be settled within \(deadlines.closure) working days."
        }
        if let emergency {
            pl += " \(emergency.advice.pl)"
            en += " \(emergency.advice.en)"
        }
        return LocalizedText(pl: pl, en: en)
    }

    /// Words under which people look for it, joined by commas.
    fileprivate func keywords(in city: City, _ language: Language) -> String {
        let group = city.catalogue.groups.first { $0.code == self.group }?.name[language]
        let heading = city.catalogue.classes.first { $0.code == publicClass }?.name[language]
        let words = name[language].split(separator: " ").map { $0.lowercased() }.filter { $0.count > 3 }
        var found: [String] = []
        for word in words + [group, heading].compactMap({ $0?.lowercased() }) + [kind.rawValue]
        where !found.contains(word) {
            found.append(word.replacing(",", with: ""))
        }
        return found.joined(separator: ", ")
    }
}
