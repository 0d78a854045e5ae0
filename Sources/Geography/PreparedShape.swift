import CGEOS

/// A shape with an index inside, for asking about many places.
///
/// The index is made by the first questions, so even asking is for one thread at a time.
@safe
package struct PreparedShape<Position: PlanePosition>: ~Copyable {
    /// The shape itself.
    package let shape: Shape<Position>
    private let prepared: OpaquePointer

    /// Takes the shape over, as the index points into it.
    package init(_ shape: consuming Shape<Position>) throws(GeometryError) {
        let context = shape.context
        unsafe prepared = try context.pointer(GEOSPrepare_r(context.handle, shape.pointer), "prepare")
        self.shape = shape
    }

    // The index goes first, the shape that it points into after it.
    deinit {
        unsafe GEOSPreparedGeom_destroy_r(shape.context.handle, prepared)
    }

    /// Whether a place is inside or on the border.
    package func covers(_ position: Position) throws(GeometryError) -> Bool {
        try covers(Shape(position, in: shape.context))
    }

    /// Whether no place of the other shape is outside; the border belongs to the shape.
    package func covers(_ other: borrowing Shape<Position>) throws(GeometryError) -> Bool {
        try shape.context.truth(
            unsafe GEOSPreparedCovers_r(shape.context.handle, prepared, other.pointer),
            "covers"
        )
    }

    /// Whether the shapes share a place, a common border included.
    package func intersects(_ other: borrowing Shape<Position>) throws(GeometryError) -> Bool {
        try shape.context.truth(
            unsafe GEOSPreparedIntersects_r(shape.context.handle, prepared, other.pointer),
            "intersects"
        )
    }

    /// How far a place is from the shape, in the plane's unit; 0 inside and on the border.
    package func distance(to position: Position) throws(GeometryError) -> Double {
        try distance(to: Shape(position, in: shape.context))
    }

    /// How far the nearest place of another shape is, in the plane's unit; 0 if they meet.
    package func distance(to other: borrowing Shape<Position>) throws(GeometryError) -> Double {
        let others = unsafe other.pointer
        return try shape.context.number("distance") {
            unsafe GEOSPreparedDistance_r(shape.context.handle, prepared, others, &$0)
        }
    }
}
