import Testing

@testable import Reports

struct ContactAddressTests {
    @Test(arguments: [
        ("somebody@example.org", "somebody@example.org"), (" a@example.org ", "a@example.org"),
        ("First.Last+tag@Example.ORG", "First.Last+tag@example.org"),
        ("zażółć@przykład.example", "zażółć@przykład.example"),
        ("a@sub-1.example.org", "a@sub-1.example.org"), ("o'neill@example.org", "o'neill@example.org"),
    ])
    func `an e-mail address is taken as people write it`(text: String, address: String) {
        #expect(EmailAddress(parsing: text)?.text == address)
    }

    @Test(arguments: [
        "", "@", "a@", "@example.org", "a@example", "a@@example.org", "a b@example.org", "a@exa mple.org",
        "a@example..org", "a@-example.org", "a@example.org-", ".a@example.org", "a.@example.org",
        "<a@example.org>",
        "a@example.org,b@example.org", "a@[127.0.0.1]", "a\u{0}@example.org", "a\r\nBcc:b@example.org",
        String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b", count: 64) + ".org",
        "a@" + Array(repeating: "example", count: 40).joined(separator: "."),
    ])
    func `what nothing can be sent to is no e-mail address`(text: String) {
        #expect(EmailAddress(parsing: text) == nil)
    }

    @Test(arguments: [
        ("126165555", "+48126165555"), ("12 616-55-55", "+48126165555"), ("+48 12 616 55 55", "+48126165555"),
        ("0048126165555", "+48126165555"), ("48126165555", "+48126165555"),
        ("(12) 616 55 55", "+48126165555"),
        ("+49 30 901820", "+4930901820"), ("+1 (202) 555.0100", "+12025550100"),
        ("600\u{A0}000\u{A0}000", "+48600000000"),
    ])
    func `a telephone number becomes one of the whole world`(text: String, number: String) {
        #expect(TelephoneNumber(parsing: text)?.text == number)
    }

    @Test(arguments: [
        "", "+", "112", "12345678", "1234567890", "12616555a", "+0123456789", "++48126165555", "48+126165555",
        "+1234567890123456", "١٢٣٤٥٦٧٨٩",
    ])
    func `what cannot be called is no telephone number`(text: String) {
        #expect(TelephoneNumber(parsing: text) == nil)
    }
}
