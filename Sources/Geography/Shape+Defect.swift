import CGEOS

/// What is wrong with a shape, and where.
package struct ShapeDefect: Hashable, Sendable {
    /// The library's reason, such as `Self-intersection`.
    package let reason: String
    /// Where on the plane, if the library knows.
    package let x: Double?
    /// Where on the plane, if the library knows.
    package let y: Double?
}

extension Shape {
    /// The first rule of sound geometry that the shape breaks; nil if it is sound.
    package func defect() throws(GeometryError) -> ShapeDefect? {
        var reason: UnsafeMutablePointer<CChar>?
        var place: OpaquePointer?
        // 0 invalid, 1 valid, 2 exception; the caller frees both results.
        let answer = unsafe GEOSisValidDetail_r(context.handle, pointer, 0, &reason, &place)
        defer {
            unsafe GEOSFree_r(context.handle, reason)
            unsafe GEOSGeom_destroy_r(context.handle, place)
        }
        guard try !context.truth(answer, "validity") else { return nil }
        return unsafe ShapeDefect(
            reason: reason.map { unsafe String(cString: $0) } ?? "unknown",
            x: axis(GEOSGeomGetX_r, of: place),
            y: axis(GEOSGeomGetY_r, of: place)
        )
    }

    private func axis(
        _ read: (GEOSContextHandle_t?, OpaquePointer?, UnsafeMutablePointer<Double>?) -> CInt,
        of place: OpaquePointer?
    ) -> Double? {
        guard let place = unsafe place else { return nil }
        var value = 0.0
        // 1 on success, -1 for an exception.
        return unsafe read(context.handle, place, &value) == 1 ? value : nil
    }
}
