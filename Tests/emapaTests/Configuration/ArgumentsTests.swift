import Testing

@testable import emapa

struct ArgumentsTests {
    private let command = CommandDescription(
        name: "paint",
        summary: "",
        details: "",
        options: [.init(name: "colour", placeholder: "C", explanation: "")],
        switches: [.init(name: "twice", explanation: "")],
        settings: [.listen]
    )

    @Test func `settings, options and switches are told apart`() throws {
        let found = try Arguments(["--listen=a:1", "--twice", "--colour", "red"], of: command)
        #expect(found.settings == [.listen: "a:1"])
        #expect(found.options == ["colour": "red"])
        #expect(found.switches == ["twice"])
    }

    @Test(arguments: [
        (["red"], "'red' was not expected"), (["--shade", "x"], "there is no option --shade"),
        (["--data", "x"], "there is no option --data"), (["--colour"], "--colour needs a value"),
        (["--twice=1"], "--twice takes no value"),
        (["--colour", "a", "--colour", "b"], "--colour is given twice"),
        (["--"], "'--' was not expected"),
    ])
    func `what cannot be understood is said in words`(words: [String], message: String) {
        #expect(throws: ArgumentError(message)) { try Arguments(words, of: command) }
    }

    @Test func `the help names every option with its standard`() {
        for expected in ["--colour C", "--twice", "--listen ADDRESS:PORT", "[127.0.0.1:8311]"] {
            #expect(command.help.contains(expected))
        }
    }
}
