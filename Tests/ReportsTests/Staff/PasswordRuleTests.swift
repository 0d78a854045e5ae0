import Reports
import Testing

struct PasswordRuleTests {
    private func fault(_ password: String, login: String = "anna.nowak") throws -> PasswordRule.Fault? {
        PasswordRule.fault(in: password, for: try #require(StaffLogin(login)))
    }

    @Test(
        arguments: [
            "cztery słonie w windzie", "correct horse battery", "Tr0ub4dor&3xyz", "ąęśćżźółńabc",
            "🐘🦒🦓🐊🐅🐆🦏🦛🐪🐫🦙🐃",
        ]
    )
    func `what is long and not usual will do, whatever it is made of`(password: String) throws {
        #expect(try fault(password) == nil)
    }

    @Test(
        arguments: [
            ("", PasswordRule.Fault.tooShort), ("elevenchars", .tooShort), ("ąęśćżźółńab", .tooShort),
            ("Anna.Nowak123", .isName), ("xanna.nowakx!", .isName), ("123456789012", .usual),
            ("Haslo1234567", .usual), ("qwerty-123456", .usual), ("aaaaaaaaaaaaaa", .usual),
            ("abababababab", .usual), ("with a\u{0} NUL inside", .control), ("with a\nline's end", .control),
        ]
    )
    func `what others try first will not`(password: String, expected: PasswordRule.Fault) throws {
        #expect(try fault(password) == expected)
    }

    @Test func `the name may be a small part of it`() throws {
        #expect(try fault("anna.nowak drinks tea at noon") == nil)
    }

    @Test func `what is longer than can be hashed is refused before that`() throws {
        #expect(try fault(String(repeating: "elephant ", count: 57)) == .tooLong)
        #expect(try fault(String(repeating: "elephant ", count: 56)) == nil)
    }

    @Test(
        arguments: [
            ("anna", "anna"), ("Anna.Nowak", "anna.nowak"), ("a1", "a1"),
            ("demo-konsultant", "demo-konsultant"),
        ]
    )
    func `a name is kept in small letters`(typed: String, kept: String) throws {
        #expect(StaffLogin(typed)?.text == kept)
    }

    @Test(
        arguments: [
            "", "a", "1anna", ".anna", "anna nowak", "zażółć", "anna@example", "a/b", "a\u{0}b",
            String(repeating: "a", count: 65),
        ]
    )
    func `what could not be told apart in lists is no name`(typed: String) {
        #expect(StaffLogin(typed) == nil)
    }
}
