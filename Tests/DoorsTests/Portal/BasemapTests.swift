import HTTP
import Testing

@testable import Doors

struct BasemapTests {
    @Test(arguments: [
        ("https://tiles.example.org/{z}/{x}/{y}.png", Basemap.Kind.xyz),
        ("https://tiles.example.org:8443/{z}/{x}/{-y}.jpg?key=a", .xyz),
        ("https://wmts.example.org/map/{TileMatrix}/{TileRow}/{TileCol}.png", .wmts),
        (
            "https://wmts.example.org/wmts?SERVICE=WMTS&REQUEST=GetTile&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}",
            .wmts
        ),
    ])
    func `addresses of tiles are told apart by their names`(template: String, kind: Basemap.Kind) throws {
        let basemap = try #require(Basemap(template: template, attribution: "Miasto"))
        #expect(basemap.kind == kind)
    }

    @Test(arguments: [
        "", "tiles.example.org/{z}/{x}/{y}.png", "ftp://tiles.example.org/{z}/{x}/{y}.png",
        "https:///{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png", "https://tiles.example.org/{z}/{x}/{y}/{-y}.png",
        "https://tiles.example.org/{TileMatrix}/{TileRow}.png",
        "https://tiles.example.org; script-src */{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}/{y}.png\n", "https://a b/{z}/{x}/{y}.png",
        "https://{z}.example.org/{x}/{y}.png",
    ])
    func `what is no address of tiles is refused`(template: String) {
        #expect(Basemap(template: template, attribution: "Miasto") == nil)
    }

    @Test func `pages may show its pictures and nobody else's`() throws {
        let basemap = try #require(
            Basemap(template: "https://tiles.example.org/{z}/{x}/{y}.png", attribution: "Miasto")
        )
        let policy = basemap.policy.value.text
        #expect(policy.contains("img-src 'self' data: blob: https://tiles.example.org;"))
        #expect(policy.contains("script-src 'self';"))
        #expect(!ContentSecurityPolicy.page.value.text.contains("example.org"))
    }
}
