import CGEOS

extension Shape {
    /// Everything within so many units of the shape; a negative distance shrinks an area.
    ///
    /// Arcs are drawn as chords, `segments` to a quadrant, and the library smooths away what is smaller than a
    /// hundredth of the distance: whoever needs the exact border asks for distances instead.
    package func buffered(by distance: Double, segments: Int) throws(GeometryError) -> Shape {
        try unsafe Shape(
            owning: GEOSBuffer_r(context.handle, pointer, distance, CInt(clamping: segments)),
            of: "buffer",
            in: context
        )
    }
}
