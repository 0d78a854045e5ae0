/// A browser and a system in two words, if they say what they are: enough to know one's session by.
enum AgentName {
    /// The first whose mark stands there is the one: most browsers call themselves what others are, too.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Vivaldi", "Vivaldi"), ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrom", "Chrome"),
        ("Safari", "Safari"),
    ]
    private static let systems = [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
    private static let longest = 1_024

    /// The words for a header `User-Agent`; empty where nothing in it is known.
    static func words(for header: String?) -> String {
        let text = (header ?? "").utf8.prefix(longest)
        let agent = String(decoding: text, as: UTF8.self)
        let words = [browsers, systems].compactMap { marks in
            marks.first { agent.contains($0.0) }?.1
        }
        return words.joined(separator: ", ")
    }
}
