import Testing

@testable import Formats

@Suite struct FieldPointerTests {
    @Test(arguments: [
        ("lon", "#/lon"),
        ("a/b", "#/a~1b"),
        ("m~n", "#/m~0n"),
        ("~1", "#/~01"),
        ("", "#/"),
        ("a b", "#/a%20b"),
        ("ł", "#/%C5%82"),
        (#"c%d^e|f"g#"#, "#/c%25d%5Ee%7Cf%22g%23"),
        ("@:;?=&!$'()*+,-._", "#/@:;?=&!$'()*+,-._"),
    ])
    func `a name becomes one token of a fragment`(_ name: String, _ pointer: String) {
        #expect(FieldPointer.root.member(name).text == pointer)
    }

    @Test func `elements are numbered`() {
        #expect(FieldPointer.root.member("photos").element(2).member("id").text == "#/photos/2/id")
    }

    @Test func `a long name is cut`() {
        let name = String(repeating: "x", count: 100_000)
        #expect(FieldPointer.root.member(name).text.utf8.count == 66)
    }
}
