import Formats

/// One line of the log: when, how grave, what happened, and the facts that belong to it.
struct LogLine: Sendable {
    enum Level: String, Sendable {
        case info, warning, error
    }

    let level: Level
    /// A stable, short name: `service.started`.
    let event: String
    let message: String
    var facts: [(name: String, value: String)] = []
}

extension LogLine {
    /// A JSON object on one line.
    func json(at moment: Timestamp) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("time")
        json.string(moment.description)
        json.key("level")
        json.string(level.rawValue)
        json.key("event")
        json.string(event)
        json.key("message")
        json.string(message)
        for fact in facts {
            json.key(fact.name)
            json.string(fact.value)
        }
        json.endObject()
        return json.bytes
    }

    /// For eyes: the time of day, the message, the facts.
    func text(at moment: Timestamp) -> [UInt8] {
        let mark =
            switch level {
            case .info: ""
            case .warning: "warning: "
            case .error: "error: "
            }
        let facts = facts.map { " \($0.name)=\($0.value)" }.joined()
        let line = "\(moment.description.dropFirst(11)) \(mark)\(message)\(facts)"
        // One event, one line, whatever text it carries.
        return line.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    }
}
