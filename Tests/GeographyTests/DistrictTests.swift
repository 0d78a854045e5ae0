import Formats
import Geography
import Testing

/// The shipped borders of Kraków, measured in its own grid.
struct DistrictTests {
    @Test func `each of the 18 districts has its official area within 0.2 percent`() throws {
        let projection = try Projection()
        let context = try GeometryContext()
        let districts = try [Feature].krakowDistricts()
        #expect(districts.count == 18)
        var whole = 0.0
        for district in districts {
            let official = try #require(district.properties["official_area_m2"]?.numberValue?.double)
            let shape = try Shape(projection.metres(of: district.geometry), in: context)
            #expect(try shape.defect() == nil, "\(district.id ?? "")")
            #expect(abs(try shape.area() / official - 1) < 0.002, "\(district.id ?? "")")
            whole += try shape.area()
        }
        #expect(abs(whole / 326_838_998 - 1) < 0.000_5)
    }

    @Test func `districts don't overlap`() throws {
        let projection = try Projection()
        let context = try GeometryContext()
        let geometries = try [Feature].krakowDistricts().map { try projection.metres(of: $0.geometry) }
        for (index, geometry) in geometries.enumerated() {
            let shape = try Shape(geometry, in: context)
            for other in geometries[..<index] {
                let common = try shape.intersection(Shape(other, in: context))
                #expect(try common.area() < 1)
            }
        }
    }

    @Test(arguments: [
        (19.937_222, 50.061_667, "I"), (20.037_5, 50.072_2, "XVIII"), (19.784_8, 50.077_7, nil),
        (20.064, 49.983, nil), (19.855_6, 50.018_9, "VIII"),
    ])
    func `known places are in the districts that people say`(
        longitude: Double,
        latitude: Double,
        code: String?
    ) throws {
        let place = try coordinate(longitude, latitude)
        let context = try GeometryContext()
        let found = try [Feature].krakowDistricts().filter {
            try PreparedShape(Shape($0.geometry, in: context)).covers(place)
        }
        #expect(found.map(\.id) == (code.map { [$0] } ?? []))
    }
}
