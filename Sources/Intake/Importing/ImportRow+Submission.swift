package import Formats
import Geography
package import Reports

extension ImportSheet.Row {
    /// The submission that a line stands for.
    ///
    /// - Throws: what is wrong with its values, before the city's rules are asked.
    package func submission(
        by actor: Actor,
        in zone: TimeZoneRules,
        at now: Timestamp
    ) throws(ImportProblems) -> Submission {
        var problems: [ImportProblem] = []
        func read<Value>(_ column: ImportColumn, _ detail: LocalizedText, _ parse: (String) -> Value?)
            -> Value?
        {
            guard let text = self[column] else { return nil }
            if let value = parse(text) { return value }
            problems.append(ImportProblem(line: line, column: column.rawValue, "format", detail))
            return nil
        }
        let longitude = read(.lon, .unfitNumber) { Double(decimal: $0.replacing(",", with: ".")) }
        let latitude = read(.lat, .unfitNumber) { Double(decimal: $0.replacing(",", with: ".")) }
        let channel = read(.channel, .unfitChannel) { Channel(rawValue: $0.lowercased()) }
        let created = read(.created, .unfitMoment) { ImportSheet.Row.moment($0, in: zone) }
        var coordinate: Coordinate?
        if let longitude, let latitude {
            coordinate = Coordinate(longitude: longitude, latitude: latitude)
            if coordinate == nil {
                problems.append(ImportProblem(line: line, column: "lon", "range", .unfitPlace))
            }
        }
        guard problems.isEmpty else { throw ImportProblems(problems) }
        return Submission(
            category: self[.category] ?? "",
            description: self[.description] ?? "",
            coordinate: coordinate,
            address: self[.address],
            contact: contact,
            channel: channel ?? .phone,
            received: created ?? now,
            actor: actor
        )
    }

    /// Who reported it; nobody agreed to be told, as nobody was asked.
    private var contact: Contact? {
        guard [.firstName, .lastName, .email, .phone].contains(where: { self[$0] != nil }) else { return nil }
        return Contact(
            firstName: self[.firstName],
            lastName: self[.lastName],
            email: self[.email],
            phone: self[.phone]
        )
    }

    /// A moment in RFC 3339, or a local time as spreadsheets write it: `2026-06-30 14:05`, `30.06.2026 14:05`, or a day.
    private static func moment(_ text: String, in zone: TimeZoneRules) -> Timestamp? {
        if let moment = Timestamp(parsing: text) { return moment }
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard (1...2).contains(parts.count), let day = day(parts[0]) else { return nil }
        guard parts.count == 2 else { return zone.moment(secondOfDay: 12 * 3_600, of: day) }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(clock.count), clock.allSatisfy({ (1...2).contains($0.utf8.count) }),
            let hour = Int(clock[0]), let minute = Int(clock[1]), (0...23).contains(hour),
            (0...59).contains(minute), let second = clock.count == 3 ? Int(clock[2]) : 0,
            (0...59).contains(second)
        else { return nil }
        return zone.moment(secondOfDay: hour * 3_600 + minute * 60 + second, of: day)
    }

    private static func day(_ text: Substring) -> CivilDate? {
        if let day = CivilDate(parsing: String(text)) { return day }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}

/// What is wrong with one line.
package struct ImportProblems: Error {
    /// Each of its faults, at least one.
    package let list: [ImportProblem]

    init(_ list: [ImportProblem]) {
        self.list = list
    }
}

extension LocalizedText {
    fileprivate static let unfitNumber = LocalizedText(
        pl: "To nie jest liczba, jak 19.9373.",
        en: "This is no number as in 19.9373."
    )
    fileprivate static let unfitPlace = LocalizedText(
        pl: "Nie ma takiego miejsca: lon od -180 do 180, lat od -90 do 90.",
        en: "There is no such place: lon from -180 to 180, lat from -90 to 90."
    )
    fileprivate static let unfitChannel = LocalizedText(
        pl: "Nieznany kanał. Są: \(Channel.allCases.map(\.rawValue).joined(separator: ", ")).",
        en: "The channel is unknown. There are: \(Channel.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    fileprivate static let unfitMoment = LocalizedText(
        pl: "Oczekiwano daty, jak 2026-06-30 14:05 albo 30.06.2026.",
        en: "Expected a date as in 2026-06-30 14:05 or 30.06.2026."
    )
}
