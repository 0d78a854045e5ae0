/// What a command line asks for: a command with its words, a page of help, or nothing that there is.
enum CommandChoice {
    case command(any Command.Type, words: ArraySlice<String>)
    case page(String, ExitCode)
    case mistake(String)

    /// Finds the command; a command's name may have two words, the first being that of its group.
    init(_ words: ArraySlice<String>, among commands: [any Command.Type]) {
        let descriptions = commands.map { $0.description }
        guard let first = words.first else {
            self = .page(CommandDescription.overview(of: descriptions), .usage)
            return
        }
        if ["help", "--help", "-h"].contains(first) {
            self = .page(CommandDescription.overview(of: descriptions), .success)
            return
        }
        if first == "--version" {
            self = .page("emapa \(version)", .success)
            return
        }
        let found = commands.first { words.starts(with: $0.description.words) }
        if let found {
            let rest = words.dropFirst(found.description.words.count)
            let wantsHelp = rest.contains("--help") || rest.contains("-h")
            self = wantsHelp ? .page(found.description.help, .success) : .command(found, words: rest)
            return
        }
        let group = descriptions.filter { $0.words.count > 1 && $0.words.first == first }
        let second = words.dropFirst().first
        if group.isEmpty {
            self = .mistake("there is no command '\(first)'; 'emapa --help' lists them")
        } else if let second, !["help", "--help", "-h"].contains(second) {
            self = .mistake("there is no command '\(first) \(second)'; 'emapa \(first) --help' lists them")
        } else {
            let page = CommandDescription.overview(ofGroup: first, group)
            self = .page(page, second == nil ? .usage : .success)
        }
    }
}
