/// The way between coordinates and the city's grid in metres (EPSG:4326 to EPSG:2178), for one thread at a time.
///
/// Longitude comes before latitude and easting before northing, whatever the registry's order is. It never uses
/// the network.
package struct Projection: ~Copyable {
    private let transform: Transform

    /// Opens the library's database and finds the transformation: some milliseconds, so keep the value.
    package init() throws(ProjectionError) {
        transform = try Transform(from: ReferenceSystem.wgs84.name, to: ReferenceSystem.poland2000.name)
    }

    /// Where places are in the grid, in the same order.
    package func metres(of coordinates: [Coordinate]) throws(ProjectionError) -> [Metres] {
        var x = coordinates.map(\.longitude)
        var y = coordinates.map(\.latitude)
        try transform.move(&x, &y, .forward)
        return zip(x, y).map { Metres(x: $0, y: $1) }
    }

    /// Where a place is in the grid.
    package func metres(of coordinate: Coordinate) throws(ProjectionError) -> Metres {
        let moved = try transform.moved(x: coordinate.longitude, y: coordinate.latitude)
        return Metres(x: moved.x, y: moved.y)
    }

    /// The same geometry in the grid.
    package func metres(of geometry: Geometry<Coordinate>) throws(ProjectionError) -> Geometry<Metres> {
        try geometry.mapped { positions throws(ProjectionError) in try metres(of: positions) }
    }

    /// The coordinates of places in the grid, rounded to microdegrees, in the same order.
    package func coordinates(of places: [Metres]) throws(ProjectionError) -> [Coordinate] {
        var x = places.map(\.x)
        var y = places.map(\.y)
        try transform.move(&x, &y, .inverse)
        var coordinates: [Coordinate] = []
        coordinates.reserveCapacity(places.count)
        for (longitude, latitude) in zip(x, y) {
            guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
                throw .outOfReach
            }
            coordinates.append(coordinate)
        }
        return coordinates
    }

    /// The coordinate of a place in the grid, rounded to microdegrees.
    package func coordinate(of place: Metres) throws(ProjectionError) -> Coordinate {
        try coordinates(of: [place])[0]
    }
}
