import Geography
import TestSupport
import Testing

struct ShapeTests {
    private func square(_ x: Double, _ y: Double, side: Double) throws -> LinearRing<Metres> {
        try LinearRing([
            Metres(x: x, y: y), Metres(x: x + side, y: y), Metres(x: x + side, y: y + side),
            Metres(x: x, y: y + side), Metres(x: x, y: y),
        ])
    }

    /// A square of 100 m with a hole of 20 m in its middle.
    private func frame(in context: GeometryContext) throws -> Shape<Metres> {
        let area = Polygon(exterior: try square(0, 0, side: 100), holes: [try square(40, 40, side: 20)])
        return try Shape(.polygon(area), in: context)
    }

    @Test func `an area leaves its holes out`() throws {
        let frame = try frame(in: GeometryContext())
        #expect(try frame.area() == 9_600)
        #expect(try frame.length() == 480)
        #expect(try frame.boundary().length() == 480)
        #expect(try frame.defect() == nil)
    }

    @Test(arguments: [
        (50.0, 10.0, true, 0.0), (0, 50, true, 0), (100, 100, true, 0), (40, 50, true, 0),
        (50, 50, false, 10), (130, 140, false, 50), (-0.001, 50, false, 0.001),
    ])
    func `a prepared shape covers its inside and its border and knows how far the rest is`(
        x: Double,
        y: Double,
        covered: Bool,
        distance: Double
    ) throws {
        let prepared = try PreparedShape(frame(in: GeometryContext()))
        #expect(try prepared.covers(Metres(x: x, y: y)) == covered)
        #expect(abs(try prepared.distance(to: Metres(x: x, y: y)) - distance) < 1e-9)
    }

    @Test func `a prepared shape answers like the plain one`() throws {
        let context = try GeometryContext()
        let plain = try frame(in: context)
        let prepared = try PreparedShape(frame(in: context))
        var random = SeededGenerator(12)
        for _ in 0..<2_000 {
            // Whole metres, so that many lie exactly on a border.
            let place = Metres(
                x: Double(Int.random(in: -10...110, using: &random)),
                y: Double(Int.random(in: -10...110, using: &random))
            )
            let point = try Shape(place, in: context)
            #expect(try prepared.covers(point) == plain.covers(point))
            #expect(try prepared.intersects(point) == plain.intersects(point))
            #expect(abs(try prepared.distance(to: point) - plain.distance(to: point)) < 1e-9)
        }
    }

    @Test func `a crossing border is told with its reason and place`() throws {
        let bow = try LinearRing([
            Metres(x: 0, y: 0), Metres(x: 10, y: 10), Metres(x: 10, y: 0), Metres(x: 0, y: 10),
            Metres(x: 0, y: 0),
        ])
        let shape = try Shape(.polygon(Polygon(exterior: bow)), in: GeometryContext())
        let defect = try #require(try shape.defect())
        #expect(defect.reason == "Self-intersection")
        #expect(defect.x == 5 && defect.y == 5)
    }

    @Test func `a computation that the library refuses is a typed error with its words`() throws {
        let frame = try frame(in: GeometryContext())
        let error = #expect(throws: GeometryError.self) { _ = try frame.simplified(tolerance: -1) }
        #expect(error?.operation == "simplify")
        #expect(error?.message.isEmpty == false)
        #expect(try frame.area() == 9_600, "the context goes on after an error")
    }

    @Test func `shapes of every kind can be made, and outlive the name of their context`() throws {
        let line = try LineString([Metres(x: 0, y: 0), Metres(x: 3, y: 4)])
        let area = Polygon(exterior: try square(0, 0, side: 2))
        let apart = Polygon(exterior: try square(10, 0, side: 2))
        let cases: [(Geometry<Metres>, area: Double, length: Double)] = [
            (.point(Metres(x: 1, y: 1)), 0, 0),
            (.multiPoint([Metres(x: 1, y: 1), Metres(x: 2, y: 2)]), 0, 0),
            (.lineString(line), 0, 5),
            (.multiLineString([line, line]), 0, 10),
            (.polygon(area), 4, 8),
            (.multiPolygon([area, apart]), 8, 16),
            (.multiPolygon([]), 0, 0),
        ]
        for (geometry, area, length) in cases {
            var context: GeometryContext? = try GeometryContext()
            let shape = try Shape(geometry, in: #require(context))
            context = nil
            #expect(try shape.area() == area)
            #expect(try shape.length() == length)
        }
    }

    @Test func `common parts and simpler shapes are shapes again`() throws {
        let context = try GeometryContext()
        let frame = try frame(in: context)
        let corner = try Shape(.polygon(Polygon(exterior: square(90, 90, side: 20))), in: context)
        #expect(try frame.intersection(corner).area() == 100)
        #expect(try frame.intersects(corner))
        #expect(try !frame.covers(corner))
        let crooked = try Shape(
            .lineString(LineString([Metres(x: 0, y: 0), Metres(x: 5, y: 0.1), Metres(x: 10, y: 0)])),
            in: context
        )
        #expect(try crooked.simplified(tolerance: 1).length() == 10)
    }

    // Run under AddressSanitizer with leak detection by `make asan`.
    @Test func `shapes are freed, failed ones too`() throws {
        for _ in 0..<200 {
            let context = try GeometryContext()
            let prepared = try PreparedShape(frame(in: context))
            #expect(try prepared.covers(Metres(x: 1, y: 1)))
            #expect(throws: GeometryError.self) { _ = try prepared.shape.simplified(tolerance: -1) }
        }
    }
}
