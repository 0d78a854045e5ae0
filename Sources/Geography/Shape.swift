import CGEOS

/// A geometry that the geometry library can compute with.
///
/// It lives in its context's thread and keeps the context alive.
@safe
package struct Shape<Position: PlanePosition>: ~Copyable {
    package let context: GeometryContext
    let pointer: OpaquePointer

    /// Copies a geometry into the library.
    ///
    /// Whether it is sound (no crossing border) is `defect()`'s to say.
    package init(_ geometry: Geometry<Position>, in context: GeometryContext) throws(GeometryError) {
        unsafe self.pointer = try context.build(geometry)
        self.context = context
    }

    /// A single place.
    package init(_ position: Position, in context: GeometryContext) throws(GeometryError) {
        unsafe self.pointer = try context.point(position)
        self.context = context
    }

    /// Owns what a C function has made; null was an exception.
    init(
        owning result: OpaquePointer?,
        of operation: StaticString,
        in context: GeometryContext
    ) throws(GeometryError) {
        unsafe self.pointer = try context.pointer(result, operation)
        self.context = context
    }

    deinit {
        unsafe GEOSGeom_destroy_r(context.handle, pointer)
    }
}

extension Shape {
    /// The area within its borders, in the square of the plane's unit; 0 for points and lines.
    package func area() throws(GeometryError) -> Double {
        try context.number("area") { unsafe GEOSArea_r(context.handle, pointer, &$0) }
    }

    /// The length of its lines or borders, in the plane's unit.
    package func length() throws(GeometryError) -> Double {
        try context.number("length") { unsafe GEOSLength_r(context.handle, pointer, &$0) }
    }

    /// How far the nearest place of another shape is; 0 if they meet.
    package func distance(to other: borrowing Shape) throws(GeometryError) -> Double {
        let others = unsafe other.pointer
        return try context.number("distance") { unsafe GEOSDistance_r(context.handle, pointer, others, &$0) }
    }

    /// Whether no place of the other shape is outside; the border belongs to the shape.
    package func covers(_ other: borrowing Shape) throws(GeometryError) -> Bool {
        try context.truth(unsafe GEOSCovers_r(context.handle, pointer, other.pointer), "covers")
    }

    /// Whether the shapes share a place, a common border included.
    package func intersects(_ other: borrowing Shape) throws(GeometryError) -> Bool {
        try context.truth(unsafe GEOSIntersects_r(context.handle, pointer, other.pointer), "intersects")
    }

    /// What the shapes have in common.
    package func intersection(_ other: borrowing Shape) throws(GeometryError) -> Shape {
        try unsafe Shape(
            owning: GEOSIntersection_r(context.handle, pointer, other.pointer),
            of: "intersection",
            in: context
        )
    }

    /// The border of areas, the ends of lines.
    package func boundary() throws(GeometryError) -> Shape {
        try unsafe Shape(owning: GEOSBoundary_r(context.handle, pointer), of: "boundary", in: context)
    }

    /// A shape of fewer positions, nowhere farther off than the tolerance, sound if this one is.
    package func simplified(tolerance: Double) throws(GeometryError) -> Shape {
        try unsafe Shape(
            owning: GEOSTopologyPreserveSimplify_r(context.handle, pointer, tolerance),
            of: "simplify",
            in: context
        )
    }
}
