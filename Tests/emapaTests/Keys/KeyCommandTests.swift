import Formats
import Ledger
import Testing

@testable import emapa

struct KeyCommandTests {
    private func arguments(_ words: [String]) throws -> Arguments {
        try Arguments(words, of: KeysAddCommand.description)
    }

    @Test(arguments: [
        (["--scope", "report"], "--name needs the key's name"),
        (["--name", "a b", "--scope", "report"], "--name needs 1 to 64"),
        (["--name", "a"], "--scope needs one or more of report, import, unit"),
        (["--name", "a", "--scope", "report,"], "there is no scope ''"),
        (["--name", "a", "--scope", "report,all"], "there is no scope 'all'"),
        (["--name", "a", "--scope", "unit"], "the scope unit needs --unit"),
        (["--name", "a", "--scope", "report", "--unit", "ZDMK"], "--unit goes with the scope unit only"),
    ])
    func `a key that makes no sense is refused before the database is opened`(
        words: [String],
        message: String
    ) throws {
        let arguments = try arguments(words)
        let error = #expect(throws: ArgumentError.self) { try KeysAddCommand(arguments) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test(arguments: [
        ("report", [KeyScope.report]), ("report,import", [.report, .import]),
        ("unit,report,report", [.report, .unit]),
    ])
    func `scopes are a list of words`(text: String, scopes: [KeyScope]) throws {
        let arguments = try arguments(["--name", "a", "--scope", text])
        #expect(try KeyWords.scopes(in: arguments).sorted() == scopes)
    }
}
