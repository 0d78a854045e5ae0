/// What the numbers of a file mean: a coordinate reference system by its number in the EPSG register.
package struct ReferenceSystem: Hashable, Sendable {
    /// The number in the register.
    package let code: Int

    /// Degrees, longitude first: what GeoJSON is in by itself (RFC 7946, section 4).
    package static let wgs84 = ReferenceSystem(code: 4326)
    /// Metres in the city's own grid, PL-2000 zone 7.
    package static let poland2000 = ReferenceSystem(code: 2178)
    /// Metres in the grid of the whole country, PL-1992.
    package static let poland1992 = ReferenceSystem(code: 2180)

    /// The systems that layers are read in.
    package static let readable = [wgs84, poland2000, poland1992]
    /// The systems that a file may be in by mistake, the other zones of PL-2000 and web maps among them.
    static let conceivable =
        readable + [2177, 2176, 2179, 3857, 25834, 32634].map { ReferenceSystem(code: $0) }

    /// Where the city's own grid may be used, by the register.
    package static let poland2000Area = Bounds(
        checkedSouthWest: Coordinate(checkedLongitudeMicros: 19_500_000, latitudeMicros: 49_090_000),
        northEast: Coordinate(checkedLongitudeMicros: 22_500_000, latitudeMicros: 54_550_000)
    )

    private init(code: Int) {
        self.code = code
    }

    /// Reads `EPSG:2180`, `2180`, `urn:ogc:def:crs:EPSG::2180`, `http://www.opengis.net/def/crs/EPSG/0/2180` or one of
    /// the names of CRS84; nil for anything else.
    package init?(parsing name: String) {
        let parts = name.uppercased().split { $0 == ":" || $0 == "/" }
        guard let last = parts.last else { return nil }
        if last == "CRS84" {
            self = .wgs84
        } else if let code = Int(last), (1_024...32_767).contains(code),
            parts.count == 1 || parts.contains("EPSG")
        {
            self.init(code: code)
        } else {
            return nil
        }
    }

    /// The name that the register gives it: `EPSG:2180`.
    package var name: String { "EPSG:\(code)" }
    /// Whether layers are read in it.
    package var isReadable: Bool { ReferenceSystem.readable.contains(self) }
}
