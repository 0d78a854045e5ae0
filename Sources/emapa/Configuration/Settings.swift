/// What was configured, and where each value comes from: a flag, else a variable, else the file, else the standard.
struct Settings {
    /// Where a value was found.
    enum Origin: Equatable {
        case flag
        case variable
        case file(String)
        case standard

        var words: String {
            switch self {
            case .flag: "flag"
            case .variable: "environment"
            case .file(let name): name
            case .standard: "standard"
            }
        }
    }

    private(set) var values: [Setting: (value: String, origin: Origin)] = [:]
    /// What was given by variables alone.
    private(set) var secrets: [Secret: String] = [:]
    /// What is wrong with the configuration file, each with its place.
    private(set) var problems: [String] = []
    /// What looks like a slip, but may be somebody else's variable.
    private(set) var warnings: [String] = []

    /// Weighs the three sources; `readFile` is asked for the file that a flag or variable names.
    init(
        flags: [Setting: String],
        environment: [String: String],
        readFile: (String) throws -> String
    ) {
        var file = ConfigurationFile(parsing: "", name: "")
        let fileName = flags[.config] ?? environment[Setting.config.variable].flatMap(nonEmpty)
        if let fileName {
            do {
                file = ConfigurationFile(parsing: try readFile(fileName), name: fileName)
                problems = file.problems
            } catch {
                problems.append("\(fileName): cannot be read: \(error)")
            }
        }
        for setting in Setting.allCases {
            if let value = flags[setting] {
                values[setting] = (value, .flag)
            } else if let value = environment[setting.variable].flatMap(nonEmpty) {
                values[setting] = (value, .variable)
            } else if let value = file.values[setting], let fileName {
                values[setting] = (value, .file(fileName))
            } else if let value = setting.standard {
                values[setting] = (value, .standard)
            }
        }
        for secret in Secret.allCases {
            secrets[secret] = environment[secret.rawValue].flatMap(nonEmpty)
        }
        let known = Set(Setting.allCases.map(\.variable) + Secret.allCases.map(\.rawValue))
        for name in environment.keys.sorted() where name.hasPrefix("EMAPA_") && !known.contains(name) {
            warnings.append("\(name): there is no such setting; 'emapa serve --help' lists them")
        }
    }

    subscript(setting: Setting) -> String? {
        values[setting]?.value
    }
}

private func nonEmpty(_ text: String) -> String? {
    text.isEmpty ? nil : text
}
