import CPROJ

/// The way between coordinates and the city's grid in metres (EPSG:4326 to EPSG:2178), for one thread at a time.
///
/// Longitude comes before latitude and easting before northing, whatever the registry's order is. It never uses
/// the network.
@safe
package struct Projection: ~Copyable {
    private let context: OpaquePointer
    private let transform: OpaquePointer

    /// Opens the library's database and finds the transformation: some milliseconds, so keep the value.
    package init() throws(ProjectionError) {
        guard let context = unsafe proj_context_create() else {
            throw .unavailable(reason: "out of memory")
        }
        unsafe proj_log_level(context, PJ_LOG_NONE)
        unsafe proj_context_set_enable_network(context, 0)
        guard let registered = unsafe proj_create_crs_to_crs(context, "EPSG:4326", "EPSG:2178", nil) else {
            throw unsafe Projection.ending(context)
        }
        // A new object with the axes in the order of maps; the registered one is of no more use.
        let transform = unsafe proj_normalize_for_visualization(context, registered)
        unsafe proj_destroy(registered)
        guard let transform = unsafe transform else { throw unsafe Projection.ending(context) }
        unsafe self.context = context
        unsafe self.transform = transform
    }

    deinit {
        unsafe proj_destroy(transform)
        unsafe proj_context_destroy(context)
    }

    private static func ending(_ context: OpaquePointer) -> ProjectionError {
        let text = unsafe proj_context_errno_string(context, proj_context_errno(context))
        let reason = unsafe text.map { unsafe String(cString: $0) } ?? "unknown"
        unsafe proj_context_destroy(context)
        return .unavailable(reason: reason)
    }

    /// Where places are in the grid, in the same order.
    package func metres(of coordinates: [Coordinate]) throws(ProjectionError) -> [Metres] {
        var x = coordinates.map(\.longitude)
        var y = coordinates.map(\.latitude)
        try move(&x, &y, PJ_FWD)
        return zip(x, y).map { Metres(x: $0, y: $1) }
    }

    /// Where a place is in the grid.
    package func metres(of coordinate: Coordinate) throws(ProjectionError) -> Metres {
        let moved = unsafe proj_trans(
            transform,
            PJ_FWD,
            proj_coord(coordinate.longitude, coordinate.latitude, 0, 0)
        )
        guard unsafe moved.xy.x.isFinite, unsafe moved.xy.y.isFinite else { throw .outOfReach }
        return unsafe Metres(x: moved.xy.x, y: moved.xy.y)
    }

    /// The same geometry in the grid.
    package func metres(of geometry: Geometry<Coordinate>) throws(ProjectionError) -> Geometry<Metres> {
        try geometry.mapped { positions throws(ProjectionError) in try metres(of: positions) }
    }

    /// The coordinates of places in the grid, rounded to microdegrees, in the same order.
    package func coordinates(of places: [Metres]) throws(ProjectionError) -> [Coordinate] {
        var x = places.map(\.x)
        var y = places.map(\.y)
        try move(&x, &y, PJ_INV)
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

    private func move(
        _ x: inout [Double],
        _ y: inout [Double],
        _ direction: PJ_DIRECTION
    ) throws(ProjectionError) {
        let count = x.count
        let stride = MemoryLayout<Double>.stride
        let moved = unsafe proj_trans_generic(
            transform,
            direction,
            &x,
            stride,
            count,
            &y,
            stride,
            count,
            nil,
            0,
            0,
            nil,
            0,
            0
        )
        guard moved == count, x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) else { throw .outOfReach }
    }
}
