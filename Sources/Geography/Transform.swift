import CPROJ

/// One of PROJ's transformations between two registered systems, for one thread at a time.
///
/// Longitude comes before latitude and easting before northing, whatever the registry's order is. It never uses
/// the network.
@safe
struct Transform: ~Copyable {
    enum Direction {
        case forward, inverse
    }

    private let context: OpaquePointer
    private let transform: OpaquePointer

    /// Opens the library's database and finds the transformation: some milliseconds, so keep the value.
    init(from source: String, to target: String) throws(ProjectionError) {
        guard let context = unsafe proj_context_create() else {
            throw .unavailable(reason: "out of memory")
        }
        unsafe proj_log_level(context, PJ_LOG_NONE)
        unsafe proj_context_set_enable_network(context, 0)
        guard let registered = unsafe proj_create_crs_to_crs(context, source, target, nil) else {
            throw unsafe Transform.ending(context)
        }
        // A new object with the axes in the order of maps; the registered one is of no more use.
        let transform = unsafe proj_normalize_for_visualization(context, registered)
        unsafe proj_destroy(registered)
        guard let transform = unsafe transform else { throw unsafe Transform.ending(context) }
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

    /// Moves one place forward.
    func moved(x: Double, y: Double) throws(ProjectionError) -> (x: Double, y: Double) {
        let moved = unsafe proj_trans(transform, PJ_FWD, proj_coord(x, y, 0, 0))
        guard unsafe moved.xy.x.isFinite, unsafe moved.xy.y.isFinite else { throw .outOfReach }
        return unsafe (moved.xy.x, moved.xy.y)
    }

    /// Moves many places, whose axes stand in two lists of the same length.
    func move(
        _ x: inout [Double],
        _ y: inout [Double],
        _ direction: Direction
    ) throws(ProjectionError) {
        let count = x.count
        let stride = MemoryLayout<Double>.stride
        let moved = unsafe proj_trans_generic(
            transform,
            direction == .forward ? PJ_FWD : PJ_INV,
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
