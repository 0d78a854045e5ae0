import Glibc

/// A Polish grid by Krüger's series to the fourth order on GRS 80, worked out apart from PROJ (errors far below 1 mm).
struct TransverseMercator {
    /// PL-1992 (EPSG:2180).
    static let poland1992 = TransverseMercator(meridian: 19, scale: 0.9993, x: 500_000, y: -5_300_000)
    /// PL-2000 zone 7 (EPSG:2178).
    static let poland2000 = TransverseMercator(meridian: 21, scale: 0.999_923, x: 7_500_000, y: 0)

    let meridian: Double
    let scale: Double
    let x: Double
    let y: Double

    /// Easting and northing in metres.
    func place(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
        let flattening = 1 / 298.257222101
        let n = flattening / (2 - flattening)
        let radius = 6_378_137 / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64)
        let n2 = n * n
        let n3 = n2 * n
        let n4 = n3 * n
        let series = [
            n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180, 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1_440,
            61 * n3 / 240 - 103 * n4 / 140, 49_561 * n4 / 161_280,
        ]
        let e = (flattening * (2 - flattening)).squareRoot()
        let phi = latitude * .pi / 180
        let turn = (longitude - meridian) * .pi / 180
        let t = sinh(atanh(sin(phi)) - e * atanh(e * sin(phi)))
        let xi = atan2(t, cos(turn))
        let eta = atanh(sin(turn) / (1 + t * t).squareRoot())
        var east = eta
        var north = xi
        for (index, factor) in series.enumerated() {
            let k = Double(2 * index + 2)
            east += factor * cos(k * xi) * sinh(k * eta)
            north += factor * sin(k * xi) * cosh(k * eta)
        }
        return (x + scale * radius * east, y + scale * radius * north)
    }
}
