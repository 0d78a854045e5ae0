import Formats
import Foundation
import Ledger
import Reports
import Testing

@testable import emapa

struct StaffCommandTests {
    @Test(arguments: [
        (["--role", "editor"], "name the account"),
        (["1x", "--role", "editor"], "an account's name has 2 to 64"),
        (["anna"], "--role needs one of consultant, dispatcher, coordinator, editor, administrator"),
        (["anna", "--role", "boss"], "--role needs one of"),
        (["anna", "--role", "dispatcher"], "a dispatcher needs --unit"),
        (["anna", "--role", "editor", "--unit", "ZDMK"], "--unit goes with a dispatcher only"),
        (["anna", "--role", "editor", "--language", "de"], "--language needs pl or en"),
        (["anna", "--role", "editor", "--name", "a\u{0}b"], "--name needs 1 to 80 characters"),
    ])
    func `an account that makes no sense is refused before the database is opened`(
        words: [String],
        message: String
    ) throws {
        let arguments = try Arguments(words, of: StaffAddCommand.description)
        let error = #expect(throws: ArgumentError.self) { try StaffAddCommand(arguments) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test(arguments: [
        ("cztery słonie w windzie\nmore\n", "cztery słonie w windzie"),
        ("cztery słonie w windzie\r\n", "cztery słonie w windzie"),
        (" with spaces around ", " with spaces around "),
    ])
    func `a password is the first line of a file`(text: String, password: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "emapa-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        let login = try #require(StaffLogin("anna"))
        #expect(try PasswordFile.password(in: file.path, for: login) == password)
    }

    @Test(arguments: ["", "short\n", "anna.nowak12\n", "123456789012\n"])
    func `a password that will not do is refused with why`(text: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "emapa-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        let login = try #require(StaffLogin("anna.nowak"))
        let error = #expect(throws: ArgumentError.self) {
            try PasswordFile.password(in: file.path, for: login)
        }
        #expect(error?.description.hasPrefix("the password will not do: ") == true)
    }

    @Test func `a given password is long enough, and another each time`() throws {
        let login = try #require(StaffLogin("anna"))
        let passwords = Set((0..<100).map { _ in GivenPassword.random().text })
        #expect(passwords.count == 100)
        #expect(passwords.allSatisfy { PasswordRule.fault(in: $0, for: login) == nil })
        #expect("\(GivenPassword.random())" == "a password")
    }
}
