import Testing

@testable import emapa

struct CommandChoiceTests {
    private func choose(_ words: [String]) -> CommandChoice {
        CommandChoice(
            words[...],
            among: [CheckCommand.self, GeodataCheckCommand.self, GeodataImportCommand.self]
        )
    }

    @Test(arguments: [
        (["check", "--data", "x"], "check", ["--data", "x"]),
        (["geodata", "check", "--stored"], "geodata check", ["--stored"]),
        (["geodata", "import"], "geodata import", []),
    ])
    func `a command's name has one word or two`(words: [String], name: String, rest: [String]) {
        let choice = choose(words)
        guard case .command(let found, let others) = choice else {
            Issue.record("\(choice)")
            return
        }
        #expect(found.description.name == name)
        #expect(Array(others) == rest)
    }

    @Test(arguments: [
        ([], "emapa: the report backend", ExitCode.usage),
        (["--help"], "emapa: the report backend", .success),
        (["--version"], "emapa 0", .success), (["geodata"], "Usage: emapa geodata COMMAND", .usage),
        (["geodata", "--help"], "Usage: emapa geodata COMMAND", .success),
        (["geodata", "check", "--help"], "emapa geodata check: ", .success),
        (["check", "-h"], "emapa check: ", .success),
    ])
    func `whoever asks for help gets the page`(words: [String], opening: String, code: ExitCode) {
        let choice = choose(words)
        guard case .page(let page, let found) = choice else {
            Issue.record("\(choice)")
            return
        }
        #expect(page.hasPrefix(opening))
        #expect(found == code)
    }

    @Test(arguments: [
        (["paint"], "there is no command 'paint'"),
        (["geodata", "paint"], "there is no command 'geodata paint'"),
        (["import"], "there is no command 'import'"),
    ])
    func `an unknown command is named in full`(words: [String], message: String) {
        let choice = choose(words)
        guard case .mistake(let found) = choice else {
            Issue.record("\(choice)")
            return
        }
        #expect(found.hasPrefix(message))
    }
}
