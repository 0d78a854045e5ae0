import HTTP
import Testing

@testable import Doors

struct ReturnPathTests {
    @Test(
        arguments: [
            ("/dispatch/", "/dispatch/"), ("/dispatch", "/dispatch"), ("/dispatch/audit", "/dispatch/audit"),
            ("/dispatch/cases/KR-2026-000001?tab=map&x=%2F", "/dispatch/cases/KR-2026-000001?tab=map&x=%2F"),
            ("/dispatch/staff/7?note=a+b", "/dispatch/staff/7?note=a%20b"),
            ("/dispatch/a?next=https://evil.example/", "/dispatch/a?next=https%3A%2F%2Fevil.example%2F"),
        ]
    )
    func `a page of the console is come back to`(text: String, address: String) {
        #expect(ReturnPath(text)?.text == address)
    }

    @Test(
        arguments: [
            "", "/", "dispatch/", "/map", "/dispatchers", "/en/dispatch/", "https://evil.example/dispatch/",
            "//evil.example/dispatch/", "///evil.example/dispatch/", "/\\evil.example/dispatch/",
            "\\\\evil.example/dispatch", "/dispatch//evil.example", "/dispatch/../map",
            "/dispatch/%2e%2e/map",
            "/dispatch/%2E%2E%2Fmap", "/dispatch/..%2fmap", "/dispatch\\..\\map",
            "/dispatch/%5c%5cevil.example",
            "javascript:alert(1)", " /dispatch/", "/dispatch/ x", "/dispatch/\r\nSet-Cookie: a=b",
            "/dispatch/%0d%0aSet-Cookie:%20a=b", "/dispatch/%00", "/dispatch/#@evil.example",
            "http:/dispatch/", "/dispatch@evil.example/", "/Dispatch/", "/%64ispatch\u{2028}/",
            "/dispatch/sign-in", "/dispatch/sign-out", "/dispatch/sign-in/code?next=/dispatch/sign-out",
            "/dispatch/assets/x.js", "/dispatch/%zz", "/dispatch/" + String(repeating: "a", count: 2_000),
        ]
    )
    func `what leads elsewhere is not`(text: String) {
        #expect(ReturnPath(text) == nil)
    }
}
