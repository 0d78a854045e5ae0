import Testing

@testable import Doors

struct AgentNameTests {
    @Test(
        arguments: [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0",
                "Edge, Windows"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari, iPhone"
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
                "Chrome, Android"
            ),
            ("curl/8.9", ""), ("<script>alert(1)</script>", ""), ("", ""),
            (String(repeating: "x", count: 2_000) + " Firefox", ""),
        ]
    )
    func `a browser is known by two words, and nothing of what it sent is kept`(header: String, words: String)
    {
        #expect(AgentName.words(for: header) == words)
    }

    @Test func `who says nothing is nobody`() {
        #expect(AgentName.words(for: nil).isEmpty)
    }
}
