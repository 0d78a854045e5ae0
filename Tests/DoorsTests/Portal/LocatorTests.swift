import Geography
import Territory
import TestSupport
import Testing

@testable import Doors

struct LocatorTests {
    private func drawing(_ longitude: Double, _ latitude: Double, _ district: String) throws -> String {
        let city = try Krakow.city
        let place = try #require(Coordinate(longitude: longitude, latitude: latitude))
        return Locator(city.territory.areas, on: Krakow.today).drawing(of: place, in: district)
    }

    @Test func `each district is drawn once, and one is marked`() throws {
        let drawing = try drawing(19.9372, 50.0617, "I")
        #expect(drawing.split(separator: "<path").count - 1 == 18)
        #expect(drawing.split(separator: "locator-chosen").count - 1 == 1)
        #expect(drawing.hasPrefix("<svg ") && drawing.hasSuffix("</svg>"))
    }

    @Test func `the drawing stays small`() throws {
        #expect(try drawing(19.9372, 50.0617, "I").utf8.count < 12_000)
    }

    @Test func `the dot lies where the place does`() throws {
        func dot(_ drawing: String) throws -> (x: Double, y: Double) {
            let circle = try #require(drawing.split(separator: "locator-dot\" ").last)
            let numbers = circle.split(separator: "\"").compactMap { Double($0) }
            return (try #require(numbers.first), try #require(numbers.dropFirst().first))
        }
        let west = try dot(drawing(19.80, 50.06, "VII"))
        let east = try dot(drawing(20.20, 50.06, "XVIII"))
        let south = try dot(drawing(19.95, 49.98, "X"))
        #expect(west.x < 30 && east.x > 600)
        #expect(abs(west.y - east.y) <= 1)
        #expect(south.y > west.y)
    }
}
