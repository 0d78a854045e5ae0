import Formats
import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Doors

struct AtomFeedTests {
    @Test func `whatever is told, the feed is well-formed and tells it unchanged`() throws {
        let moment = Timestamp(seconds: 1_780_000_000)
        let nasty = "</content><script>alert('1')</script> & \"cytat\" ]]> żółć\n\u{FFFE}"
        let feed = AtomFeed(
            id: "urn:uuid:0",
            title: nasty,
            address: "https://emapa.example/reports.atom?q=\"<&>",
            page: "https://emapa.example/",
            language: .pl,
            author: "Krakowskie Centrum Kontaktu",
            updated: moment,
            entries: [
                .init(
                    id: "urn:uuid:1",
                    title: nasty,
                    link: "https://emapa.example/reports/KCK-2026-000001",
                    published: moment,
                    updated: moment,
                    author: nasty,
                    text: nasty,
                    category: ("road.pothole", nasty)
                )
            ]
        )
        let reader = FeedReader()
        let parser = XMLParser(data: Data(feed.bytes))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(reader.elements.allSatisfy { AtomFeedTests.known.contains($0) })
        #expect(
            reader.texts["content"]?.hasPrefix("</content><script>alert('1')</script> & \"cytat\" ]]> żółć")
                == true
        )
        #expect(reader.addresses.contains("https://emapa.example/reports.atom?q=\"<&>"))
    }

    private static let known: Set = [
        "feed", "id", "title", "updated", "link", "author", "name", "entry", "published", "category",
        "content",
    ]
}

private final class FeedReader: NSObject, XMLParserDelegate {
    var elements: [String] = []
    var texts: [String: String] = [:]
    var addresses: [String] = []
    private var open = ""

    func parser(
        _: XMLParser,
        didStartElement name: String,
        namespaceURI _: String?,
        qualifiedName _: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
        if let address = attributes["href"] { addresses.append(address) }
        open = name
        texts[name] = ""
    }

    func parser(_: XMLParser, foundCharacters text: String) { texts[open, default: ""] += text }
}
