/// What a command is called, takes and does: the source of its help and of what its arguments may be.
struct CommandDescription: Sendable {
    /// An option of one command alone.
    struct Option: Sendable {
        let name: String
        let placeholder: String
        let explanation: String
    }

    /// An option without a value.
    struct Switch: Sendable {
        let name: String
        let explanation: String
    }

    let name: String
    let summary: String
    let details: String
    /// What the words without a name stand for, in their order.
    var operands: [String] = []
    var options: [Option] = []
    var switches: [Switch] = []
    let settings: [Setting]

    /// The name's words; two for a command of a group.
    var words: [String] { name.split(separator: " ").map(String.init) }

    /// The settings that find and fill a database.
    static let databaseSettings: [Setting] = [.config, .database, .data, .home, .city]
}

extension CommandDescription {
    /// The page that `emapa COMMAND --help` prints.
    var help: String {
        var lines = ["emapa \(name): \(summary)", "", details, ""]
        if !operands.isEmpty {
            let words = [name] + operands.map { "[\($0)]" }
            lines += ["Usage: emapa \(words.joined(separator: " ")) [OPTIONS]", ""]
        }
        lines.append("Options:")
        var rows = options.map { ("--\($0.name) \($0.placeholder)", $0.explanation) }
        rows += switches.map { ("--\($0.name)", $0.explanation) }
        rows += settings.map { setting in
            let standard = setting.standard.map { " [\($0)]" } ?? ""
            return ("\(setting.flag) \(setting.placeholder)", "\(setting.explanation)\(standard)")
        }
        let width = rows.map(\.0.count).max() ?? 0
        for (left, right) in rows {
            lines.append("  \(left)\(String(repeating: " ", count: width - left.count + 2))\(right)")
        }
        lines += [
            "", "Each setting can also be given as a variable (--public-url as EMAPA_PUBLIC_URL) or in the",
            "configuration file (public-url = …). A flag goes before a variable, a variable before the file.",
        ]
        return lines.joined(separator: "\n")
    }

    /// The page that `emapa --help` prints.
    static func overview(of commands: [CommandDescription]) -> String {
        """
        emapa: the report backend and e-map of a city contact centre

        Usage: emapa COMMAND [OPTIONS]

        Commands:
        \(rows(of: commands))

        'emapa COMMAND --help' explains a command and its options.
        """
    }

    /// The page that `emapa GROUP --help` prints.
    static func overview(ofGroup group: String, _ commands: [CommandDescription]) -> String {
        """
        Usage: emapa \(group) COMMAND [OPTIONS]

        Commands:
        \(rows(of: commands))

        'emapa \(group) COMMAND --help' explains a command and its options.
        """
    }

    private static func rows(of commands: [CommandDescription]) -> String {
        let width = commands.map(\.name.count).max() ?? 0
        return commands.map {
            "  \($0.name)\(String(repeating: " ", count: width - $0.name.count + 2))\($0.summary)"
        }.joined(separator: "\n")
    }
}
